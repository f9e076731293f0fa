package mainstay.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
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
@RequestMapping("/accounts/{code}/" + PortfolioPanels.BUSINESS)
@Allowed.Everyone
class BusinessController {
    private static final double UNIT = 10_000;

    private final AccountShells shells;
    private final Business business;
    private final PageContexts contexts;
    private final Texts texts;

    BusinessController(AccountShells shells, Business business, PageContexts contexts, Texts texts) {
        this.shells = shells;
        this.business = business;
        this.contexts = contexts;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, PortfolioPanels.BUSINESS, request, response);
        return new ModelAndView("portfolio/business")
                .addObject("shell", shell)
                .addObject("view", business.of(shell.account().id(), group));
    }

    /// Bars by month for a chart.
    record Bars(String kind, String y, List<String> categories, List<Double> values) {}

    @GetMapping("/months")
    @ResponseBody
    List<Bars> months(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, PortfolioPanels.BUSINESS, request, response);
        Locale locale = contexts.locale(request);
        List<Month> months = business.months(shell.account().id(), group);
        return List.of(new Bars(
                "months",
                texts.get(locale, "portfolio.revenue"),
                months.stream().map(one -> one.name(locale)).toList(),
                months.stream().map(one -> one.revenue() / UNIT).toList()));
    }
}
