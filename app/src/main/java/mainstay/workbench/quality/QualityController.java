package mainstay.workbench.quality;

import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.ledger.RateDesk;
import mainstay.ledger.Retranslation;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import mainstay.shared.web.Flash;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/quality")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class QualityController {
    private final QualityBoard board;
    private final RateDesk rates;

    QualityController(QualityBoard board, RateDesk rates) {
        this.rates = rates;
        this.board = board;
    }

    @GetMapping
    ModelAndView page(PeriodForm days) {
        return board.view(days)
                .map(view ->
                        PeriodAnswer.of(new ModelAndView("workbench/quality").addObject("view", view), view.period()))
                .orElseGet(() -> new ModelAndView("workbench/quality-empty"));
    }

    /// Translates what had no rate when it came and has one now.
    @PostMapping("/rates")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
    String applyRates(RedirectAttributes redirect) {
        Retranslation done = rates.applyWhereNoneWas();
        Flash.success(redirect, "quality.currency.applied", done.changed(), done.unknownAfter());
        return "redirect:/quality";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry qualityEntry() {
            return new NavigationEntry("nav.quality", "/quality", "scale", 70, Level.BUSINESS.number());
        }
    }
}
