package mainstay.workbench.quality;

import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.portfolio.period.PeriodForm;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/quality")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class QualityController {
    private final QualityBoard board;

    QualityController(QualityBoard board) {
        this.board = board;
    }

    @GetMapping
    ModelAndView page(PeriodForm days) {
        return board.view(days)
                .map(view -> new ModelAndView("workbench/quality").addObject("view", view))
                .orElseGet(() -> new ModelAndView("workbench/quality-empty"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry qualityEntry() {
            return new NavigationEntry("nav.quality", "/quality", "scale", 70, Level.BUSINESS.number());
        }
    }
}
