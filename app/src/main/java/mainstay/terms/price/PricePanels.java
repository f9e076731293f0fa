package mainstay.terms.price;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PricePanels {

    static final String PRICES = "prices";

    @Bean
    AccountPanel pricesPanel() {
        return new AccountPanel(PRICES, "price.title", 44, Level.BUSINESS);
    }
}
