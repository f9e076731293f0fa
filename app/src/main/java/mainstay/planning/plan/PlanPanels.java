package mainstay.planning.plan;

import java.util.List;
import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanPanels {

    static final String PLAN = "plan";

    @Bean
    AccountPanel planPanel() {
        return new AccountPanel(PLAN, "plan.tab", 17, Level.BUSINESS);
    }

    @Bean
    NavigationEntry plansEntry() {
        return new NavigationEntry("nav.plans", "/plans", "flag", 28, 0, List.of("/work-items"));
    }
}
