package mainstay.terms;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TermsPanels {

    static final String TERMS = "terms";

    @Bean
    AccountPanel termsPanel() {
        return new AccountPanel(TERMS, "terms.title", 42, Level.BUSINESS);
    }
}
