package mainstay.terms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Text;
import mainstay.terms.credit.PayHabit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Beside the form for a special limit: what others would give.
@Controller
@RequestMapping("/accounts/{code}/" + TermsPanels.TERMS + "/limits")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
class LimitHintController {

    private final AccountShells shells;
    private final RuledLimits limits;

    LimitHintController(AccountShells shells, RuledLimits limits) {
        this.shells = shells;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable String code, LimitHintForm form, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, TermsPanels.TERMS, request, response);
        LimitHintForm asked = form.sold(limits.yearSales(shell.account().id()));
        Map<String, Text> refusals = asked.refusals();
        ModelAndView page = new ModelAndView("terms/limits")
                .addObject("shell", shell)
                .addObject("form", asked)
                .addObject("habits", PayHabit.values())
                .addObject("hint", asked.hint())
                .addObject("refusals", refusals);
        if (!refusals.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
