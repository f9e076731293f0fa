package mainstay.portfolio;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import mainstay.accounts.AccountColumn;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Revenue and share beside the accounts of a list.
@Configuration(proxyBeanMethods = false)
class StandingColumns {

    @Bean
    AccountColumn revenueColumn(StandingTable standings) {
        return new Column("revenue", "portfolio.revenue12", 5, AccountColumn.Form.MONEY, standings::revenues);
    }

    @Bean
    AccountColumn shareColumn(StandingTable standings) {
        return new Column("share", "portfolio.share", 7, AccountColumn.Form.PERCENT, standings::shares);
    }

    private record Column(
            String key,
            String labelKey,
            int order,
            AccountColumn.Form form,
            Function<Collection<Long>, Map<Long, ? extends Number>> figures)
            implements AccountColumn {

        @Override
        public Level needed() {
            return Level.BUSINESS;
        }

        @Override
        public Map<Long, Cell> of(Collection<Long> accounts) {
            Map<Long, Cell> cells = new HashMap<>();
            figures.apply(accounts).forEach((account, figure) -> cells.put(account, Cell.of(form, figure)));
            return cells;
        }

        /// The share says on a phone what the revenue beside it says already.
        @Override
        public boolean isSecondary() {
            return form == AccountColumn.Form.PERCENT;
        }

        @Override
        public Ordering ordering() {
            return new Ordering("portfolio.pub_account_standing", key);
        }

        @Override
        public boolean isAtAGlance() {
            return isMoney();
        }

        @Override
        public boolean isMoney() {
            return form == AccountColumn.Form.MONEY;
        }

        @Override
        public Summing summing() {
            return new Summing(ordering(), form, "portfolio.pub_standing_revision");
        }
    }
}
