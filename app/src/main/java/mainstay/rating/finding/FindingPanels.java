package mainstay.rating.finding;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FindingPanels {
    static final String FINDINGS = "findings";

    @Bean
    AccountPanel findingsPanel() {
        return new AccountPanel(FINDINGS, "findings.title", 35, Level.BUSINESS);
    }
}
