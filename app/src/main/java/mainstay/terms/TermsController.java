package mainstay.terms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.terms.collection.DebtorDesk;
import mainstay.terms.collection.DebtorForm;
import mainstay.terms.credit.CreditStandings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/{code}/" + TermsPanels.TERMS)
@Allowed.Everyone
class TermsController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final Terms terms;
    private final CreditStandings credit;
    private final DebtorDesk debtors;

    TermsController(AccountShells shells, Accounts accounts, Terms terms, CreditStandings credit, DebtorDesk debtors) {
        this.shells = shells;
        this.accounts = accounts;
        this.terms = terms;
        this.credit = credit;
        this.debtors = debtors;
    }

    @GetMapping
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, TermsPanels.TERMS, request, response);
        long account = shell.account().id();
        return new ModelAndView("terms/panel")
                .addObject("shell", shell)
                .addObject("view", TermsView.of(terms.of(account), credit.of(account), debtors.of(account)));
    }

    @PostMapping("/debtor")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    String debtor(@PathVariable String code, DebtorForm form, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        if (debtors.keep(account.id(), form)) {
            Flash.success(redirect, "debtor.saved");
        } else {
            Flash.warning(redirect, "debtor.wrong");
        }
        return "redirect:" + account.path() + "/" + TermsPanels.TERMS;
    }
}
