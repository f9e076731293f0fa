package mainstay.portfolio.profit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/{code}/" + ProfitPanels.BARRIERS)
class BarrierController {
    private final AccountShells shells;
    private final BarrierDesk desk;

    BarrierController(AccountShells shells, BarrierDesk desk) {
        this.shells = shells;
        this.desk = desk;
    }

    @GetMapping
    @Allowed.Everyone
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, ProfitPanels.BARRIERS, request, response);
        return page(shell, desk.view(shell.account()));
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView record(
            @PathVariable String code,
            BarrierForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountShell shell = shells.open(code, ProfitPanels.BARRIERS, request, response);
        Map<String, String> refusals = desk.record(shell.account(), form);
        if (!refusals.isEmpty()) {
            ModelAndView again = page(shell, desk.view(shell.account(), form, refusals));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "barriers.saved");
        return new ModelAndView("redirect:" + shell.account().path() + "/" + ProfitPanels.BARRIERS);
    }

    private static ModelAndView page(AccountShell shell, BarrierView view) {
        return new ModelAndView("profit/barriers").addObject("shell", shell).addObject("view", view);
    }
}
