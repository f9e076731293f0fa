package mainstay.portfolio.drill;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts/{code}/business/sales")
@Allowed.Everyone
class AccountSalesController {
    private static final String PANEL = "business";

    private final AccountShells shells;
    private final SalesDrill drill;
    private final DrillAnswers answers;

    AccountSalesController(AccountShells shells, SalesDrill drill, DrillAnswers answers) {
        this.shells = shells;
        this.drill = drill;
        this.answers = answers;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable String code,
            SalesForm form,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, PANEL, request, response);
        DrillView view = drill.view(place(shell), form, days).orElse(null);
        return PeriodAnswer.of(
                new ModelAndView("portfolio/account-sales")
                        .addObject("shell", shell)
                        .addObject("view", view),
                view == null ? null : view.period());
    }

    @GetMapping("/table")
    void table(
            @PathVariable String code,
            SalesForm form,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answers.table(place(shells.open(code, PANEL, request, response)), form, days, request, response);
    }

    @GetMapping("/chart")
    @ResponseBody
    List<DrillBars> chart(
            @PathVariable String code,
            SalesForm form,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answers.chart(place(shells.open(code, PANEL, request, response)), form, days, request);
    }

    private static Place place(AccountShell shell) {
        return new Place(shell.account().id(), shell.account().path() + "/" + PANEL + "/sales");
    }
}
