package mainstay.terms.price;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.FirmDesk;
import mainstay.identity.Role;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.Text;
import mainstay.terms.Ending;
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
@RequestMapping("/accounts/{code}/" + PricePanels.PRICES)
@Allowed.Everyone
class PriceController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final PriceDesk desk;
    private final PricedLines lines;
    private final FirmDesk firm;

    PriceController(AccountShells shells, Accounts accounts, PriceDesk desk, PricedLines lines, FirmDesk firm) {
        this.shells = shells;
        this.accounts = accounts;
        this.desk = desk;
        this.lines = lines;
        this.firm = firm;
    }

    @GetMapping
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return page(code, PriceForm.empty(firm.settings().currency()), Map.of(), request, response);
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView ask(
            @PathVariable String code,
            PriceForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        PriceDesk.Answer answer = desk.ask(account, form);
        return FormAnswer.of(
                answer.refusals(),
                () -> page(code, form, answer.refusals(), request, response),
                redirect,
                path(account),
                answer.waits() ? "price.waits" : "price.holds");
    }

    @PostMapping("/{id}/end")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView end(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        Ending ending = desk.end(account, id, reason);
        return FormAnswer.of(
                ending.isRefused(),
                () -> panel(code, request, response).addObject("ending", ending),
                redirect,
                path(account),
                "agreement.ended");
    }

    private ModelAndView page(
            String code,
            PriceForm form,
            Map<String, Text> refusals,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, PricePanels.PRICES, request, response);
        long account = shell.account().id();
        return new ModelAndView("price/panel")
                .addObject("shell", shell)
                .addObject("prices", desk.of(account))
                .addObject("lines", lines.of(account))
                .addObject("ending", Ending.NONE)
                .addObject("form", form)
                .addObject("refusals", refusals);
    }

    private static String path(AccountCard account) {
        return account.path() + "/" + PricePanels.PRICES;
    }
}
