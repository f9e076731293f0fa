package mainstay.rating;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import mainstay.portfolio.value.ValueCut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RatingPanels {
    static final String RATING = "rating";

    @Bean
    AccountPanel ratingPanel() {
        return new AccountPanel(RATING, "rating.title", 30, Level.BUSINESS);
    }

    @Bean
    ValueCut byStars() {
        return new ValueCut(
                "stars",
                10,
                "left join rating.pub_rating s on s.account_id = v.account_id",
                "nullif(repeat(case when s.hollow then '☆' else '★' end, s.stars), '')",
                "min(case when s.hollow then 10 else 0 end - s.stars)");
    }
}
