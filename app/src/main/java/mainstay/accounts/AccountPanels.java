package mainstay.accounts;

import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountPanels {

    static final String OVERVIEW = "overview";
    static final String GROUP = "group";
    static final String TIMELINE = "timeline";

    @Bean
    NavigationEntry accountsEntry() {
        return new NavigationEntry("nav.accounts", "/accounts", "accounts", 20, 0);
    }

    @Bean
    AccountPanel overviewPanel() {
        return new AccountPanel(OVERVIEW, "account.overview", 10, Level.CARD);
    }

    @Bean
    AccountPanel groupPanel() {
        return new AccountPanel(GROUP, "group.title", 15, Level.CARD);
    }

    @Bean
    AccountPanel timelinePanel() {
        return new AccountPanel(TIMELINE, "account.timeline", 90, Level.BUSINESS);
    }
}
