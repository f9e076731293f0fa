package mainstay.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts/{code}/" + PortfolioPanels.BUSINESS)
@Allowed.Everyone
class BusinessController {
    private final AccountShells shells;
    private final Business business;

    BusinessController(AccountShells shells, Business business) {
        this.shells = shells;
        this.business = business;
    }

    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, PortfolioPanels.BUSINESS, request, response);
        BusinessView view = business.of(shell.account(), group, days);
        return PeriodAnswer.of(
                new ModelAndView("portfolio/business").addObject("shell", shell).addObject("view", view),
                view.period());
    }
}
