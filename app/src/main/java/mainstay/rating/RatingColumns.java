package mainstay.rating;

import java.util.Collection;
import java.util.Map;
import mainstay.accounts.AccountColumn;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Stars and key-account status beside the accounts of a list.
@Configuration(proxyBeanMethods = false)
class RatingColumns {

    @Bean
    AccountColumn starsColumn(RatingFigures figures) {
        return new Stars(figures);
    }

    @Bean
    AccountColumn statusColumn(RatingFigures figures) {
        return new Status(figures);
    }

    @Bean
    AccountColumn regionalColumn(RatingFigures figures) {
        return new Regional(figures);
    }

    private record Stars(RatingFigures figures) implements AccountColumn {

        @Override
        public String key() {
            return "stars";
        }

        @Override
        public String labelKey() {
            return "rating.stars";
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Level needed() {
            return Level.CARD;
        }

        @Override
        public Map<Long, Cell> of(Collection<Long> accounts) {
            return figures.stars(accounts);
        }

        @Override
        public boolean isAtAGlance() {
            return true;
        }

        @Override
        public Ordering ordering() {
            return new Ordering("rating.pub_rating", "solid_stars");
        }
    }

    private record Status(RatingFigures figures) implements AccountColumn {

        @Override
        public String key() {
            return "keyAccount";
        }

        @Override
        public String labelKey() {
            return "rating.status";
        }

        @Override
        public int order() {
            return 15;
        }

        @Override
        public Level needed() {
            return Level.BUSINESS;
        }

        @Override
        public Map<Long, Cell> of(Collection<Long> accounts) {
            return figures.statuses(accounts);
        }

        @Override
        public String absentKey() {
            return "rating.status.none";
        }
    }

    private record Regional(RatingFigures figures) implements AccountColumn {

        @Override
        public String key() {
            return "regional";
        }

        @Override
        public String labelKey() {
            return "rating.keyInRegions";
        }

        @Override
        public int order() {
            return 16;
        }

        @Override
        public Level needed() {
            return Level.BUSINESS;
        }

        @Override
        public Map<Long, Cell> of(Collection<Long> accounts) {
            return figures.regional(accounts);
        }

        @Override
        public String absentKey() {
            return "rating.region.none";
        }
    }
}
