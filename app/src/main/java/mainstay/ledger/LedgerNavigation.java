package mainstay.ledger;

import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerNavigation {

    @Bean
    NavigationEntry imports() {
        return new NavigationEntry("nav.imports", "/imports", "imports", 60, Level.BUSINESS.number());
    }
}
