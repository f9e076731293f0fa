package mainstay.portfolio.profit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.portfolio.WaterfallChart;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts/{code}/" + ProfitPanels.PROFIT)
@Allowed.Everyone
class AccountProfitController {
    private final AccountShells shells;
    private final AccountProfit profit;
    private final PageContexts contexts;
    private final Texts texts;

    AccountProfitController(AccountShells shells, AccountProfit profit, PageContexts contexts, Texts texts) {
        this.shells = shells;
        this.profit = profit;
        this.contexts = contexts;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, ProfitPanels.PROFIT, request, response);
        ProfitView view = profit.of(shell.account(), shell.leads(), group, days);
        return PeriodAnswer.of(
                new ModelAndView("profit/panel").addObject("shell", shell).addObject("view", view), view.period());
    }

    @GetMapping("/chart")
    @ResponseBody
    List<WaterfallChart> chart(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, ProfitPanels.PROFIT, request, response);
        return profit.chart(asked(shell, group, days), contexts.locale(request));
    }

    @GetMapping("/table")
    void table(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AccountShell shell = shells.open(code, ProfitPanels.PROFIT, request, response);
        Locale locale = contexts.locale(request);
        CsvAnswer.write(
                response,
                "profit-" + shell.account().code() + ".csv",
                List.of(texts.get(locale, "profit.step"), texts.get(locale, "profit.amount")),
                profit.rows(asked(shell, group, days), locale));
    }

    /// Figures of the days asked for, and of no others.
    private ProfitView asked(AccountShell shell, boolean group, PeriodForm days) {
        ProfitView view = profit.of(shell.account(), shell.leads(), group, days);
        Chosen period = view.period();
        if (period != null) {
            period.demandAsAsked();
        }
        return view;
    }
}
