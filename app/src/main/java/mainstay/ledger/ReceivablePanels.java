package mainstay.ledger;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceivablePanels {

    static final String RECEIVABLES = "receivables";

    @Bean
    AccountPanel receivablesPanel() {
        return new AccountPanel(RECEIVABLES, "receivables.title", 40, Level.BUSINESS);
    }
}
