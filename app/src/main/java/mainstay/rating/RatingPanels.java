package mainstay.rating;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RatingPanels {
    static final String RATING = "rating";

    @Bean
    AccountPanel ratingPanel() {
        return new AccountPanel(RATING, "rating.title", 30, Level.BUSINESS);
    }
}
