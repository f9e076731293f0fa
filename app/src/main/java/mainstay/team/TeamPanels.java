package mainstay.team;

import java.util.List;
import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TeamPanels {

    static final String TEAM = "team";

    @Bean
    AccountPanel teamPanel() {
        return new AccountPanel(TEAM, "team.title", 14, Level.CARD);
    }

    @Bean
    NavigationEntry teamNavigation() {
        return new NavigationEntry("nav.team", "/team", "users", 40, 0, List.of());
    }
}
