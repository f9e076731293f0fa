package mainstay.portfolio;

import java.util.List;
import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortfolioPanels {
    static final String BUSINESS = "business";

    @Bean
    NavigationEntry portfolioEntry() {
        return new NavigationEntry("nav.portfolio", "/portfolio", "portfolio", 30, 0, List.of("/findings"));
    }

    @Bean
    AccountPanel businessPanel() {
        return new AccountPanel(BUSINESS, "business.title", 20, Level.BUSINESS);
    }
}
