package mainstay.dossier.card;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CardPanels {

    static final String CARD = "card";

    @Bean
    AccountPanel cardPanel() {
        return new AccountPanel(CARD, "card.title", 11, Level.CARD);
    }
}
