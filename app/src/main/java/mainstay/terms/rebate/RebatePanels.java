package mainstay.terms.rebate;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebatePanels {

    static final String REBATES = "rebates";

    @Bean
    AccountPanel rebatesPanel() {
        return new AccountPanel(REBATES, "rebate.title", 43, Level.BUSINESS);
    }
}
