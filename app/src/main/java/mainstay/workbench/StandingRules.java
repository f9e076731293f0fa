package mainstay.workbench;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.Money;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the standings ask for: accounts that lose money, buy less, or have not bought for too long.
@Configuration(proxyBeanMethods = false)
class StandingRules {

    private static final String STILL_THERE = "s.account_id not in (select g.account_id from portfolio.pub_gone g)";

    private final JdbcClient database;
    private final AccountLinks links;

    StandingRules(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Losing(String code, String name, long revenue, long loss, long orders) {}

    /// Accounts that cost more than they bring: somebody has to decide what becomes of them.
    @Bean
    WorkSource losingAccounts() {
        return new StandingRule<>(
                "loss-maker",
                database,
                "-s.profit as loss, s.orders",
                "s.profit < 0",
                "s.profit",
                Losing.class,
                account -> Work.of(
                        "loss-maker",
                        account.code(),
                        links.to(account.code()),
                        "work.loss.title",
                        List.of(account.name()),
                        "work.loss.reason",
                        List.of(new Money(account.loss()), new Money(account.revenue()), account.orders()),
                        account.loss(),
                        1,
                        null));
    }

    private record Falling(String code, String name, long revenue, long previous, double fall, long atStake) {}

    /// Accounts that still buy in their rhythm, though clearly less than a year before, without those that
    /// are probably gone.
    @Bean
    WorkSource fallingAccounts() {
        return new StandingRule<>(
                "mover-down",
                database,
                """
                s.previous_revenue as previous, 1 - s.revenue::double precision / s.previous_revenue as fall,
                s.sales_at_stake as at_stake
                """,
                "s.rhythm = 'onTime' and s.previous_revenue > 0 and s.revenue < 0.7 * s.previous_revenue and "
                        + STILL_THERE,
                "s.sales_at_stake desc",
                Falling.class,
                account -> Work.of(
                        "mover-down",
                        account.code(),
                        links.to(account.code()),
                        "work.falling.title",
                        List.of(account.name()),
                        "work.falling.reason",
                        List.of(account.fall(), new Money(account.previous()), new Money(account.revenue())),
                        account.atStake(),
                        1,
                        null));
    }

    private record Late(
            String code,
            String name,
            long revenue,
            boolean silent,
            LocalDate lastPurchase,
            int gapDays,
            int usualDays,
            long atStake,
            LocalDate lateSince) {}

    /// Accounts that have not bought for longer than they use to, but for those that are probably gone: there
    /// is nothing left to save.
    @Bean
    WorkSource lateBuyers() {
        return new StandingRule<>(
                "late-in-rhythm",
                database,
                """
                s.rhythm = 'silent' as silent, s.last_purchase, s.gap_days, s.usual_days, s.sales_at_stake as at_stake,
                s.last_purchase + s.usual_days + 1 as late_since
                """,
                "s.rhythm in ('late', 'silent') and s.revenue > 0 and " + STILL_THERE,
                "(s.rhythm = 'silent') desc, s.sales_at_stake desc",
                Late.class,
                account -> Work.of(
                        "late-in-rhythm",
                        account.code(),
                        links.to(account.code()),
                        account.silent() ? "work.silent.title" : "work.late.title",
                        List.of(account.name()),
                        "work.late.reason",
                        List.of(
                                account.lastPurchase(),
                                account.gapDays(),
                                account.usualDays(),
                                new Money(account.revenue()),
                                account.atStake() > account.revenue() ? 1 : 0),
                        account.atStake(),
                        account.silent() ? 2 : 1,
                        account.lateSince()));
    }
}
