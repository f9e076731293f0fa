package mainstay.terms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.Text;
import mainstay.terms.agreement.AgreementDesk;
import mainstay.terms.agreement.AgreementForm;
import mainstay.terms.collection.DebtorDesk;
import mainstay.terms.collection.DebtorForm;
import mainstay.terms.collection.LateView;
import mainstay.terms.credit.CreditStandings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    private final AgreementDesk agreements;

    TermsController(
            AccountShells shells,
            Accounts accounts,
            Terms terms,
            CreditStandings credit,
            DebtorDesk debtors,
            AgreementDesk agreements) {
        this.shells = shells;
        this.accounts = accounts;
        this.terms = terms;
        this.credit = credit;
        this.debtors = debtors;
        this.agreements = agreements;
    }

    @GetMapping
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return panel(code, AgreementForm.EMPTY, Map.of(), request, response);
    }

    @PostMapping("/agreements")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView ask(
            @PathVariable String code,
            AgreementForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        Map<String, Text> refusals = agreements.ask(account, form);
        return FormAnswer.of(
                refusals,
                () -> panel(code, form, refusals, request, response),
                redirect,
                path(account),
                "agreement.asked");
    }

    @PostMapping("/agreements/{id}/end")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView end(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        Ending ending = agreements.end(account, id, reason);
        return FormAnswer.of(
                ending.isRefused(),
                () -> panel(code, request, response).addObject("ending", ending),
                redirect,
                path(account),
                "agreement.ended");
    }

    private ModelAndView panel(
            String code,
            AgreementForm form,
            Map<String, Text> refusals,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, TermsPanels.TERMS, request, response);
        long account = shell.account().id();
        LateView late = debtors.of(account);
        return new ModelAndView("terms/panel")
                .addObject("shell", shell)
                .addObject("view", TermsView.of(terms.of(account), credit.of(account), late))
                .addObject("debtor", late.form())
                .addObject("debtorRefusals", Map.of())
                .addObject("agreements", agreements.of(account))
                .addObject("mayAsk", agreements.mayAsk(account))
                .addObject("ladders", agreements.ladders())
                .addObject("ending", Ending.NONE)
                .addObject("form", form)
                .addObject("refusals", refusals);
    }

    @PostMapping("/debtor")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView debtor(
            @PathVariable String code,
            DebtorForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        Map<String, Text> refusals = debtors.keep(account.id(), form);
        return FormAnswer.of(
                refusals,
                () -> panel(code, request, response).addObject("debtor", form).addObject("debtorRefusals", refusals),
                redirect,
                path(account),
                "debtor.saved");
    }

    private static String path(AccountCard account) {
        return account.path() + "/" + TermsPanels.TERMS;
    }
}
