package mainstay.dossier.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import mainstay.accounts.AccountCard;
import mainstay.dossier.FactSource;
import mainstay.dossier.Reading;
import mainstay.dossier.reading.Standing.Year;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What sales and receivables say.
@Configuration(proxyBeanMethods = false)
class LedgerReadings {

    private static final String BUSINESS = "/business";
    private static final String TERMS = "/terms";

    private final Standing standing;
    private final JdbcClient database;

    LedgerReadings(Standing standing, JdbcClient database) {
        this.standing = standing;
        this.database = database;
    }

    /// One that says what the figures of the last twelve months hold.
    ///
    /// @param text  null where they hold nothing of it
    /// @param panel of the account on which it is explained
    private record OfYear(String field, Standing standing, Function<Year, @Nullable Text> text, String panel)
            implements FactSource {

        @Override
        public Optional<Reading> of(AccountCard account) {
            return standing.of(account.id())
                    .flatMap(year -> Optional.ofNullable(text.apply(year)))
                    .map(said -> new Reading(said, account.path() + panel));
        }
    }

    /// The first day on which the account bought anything, as far back as the ledger goes.
    @Bean
    FactSource firstTrade() {
        return new FactSource() {
            @Override
            public String field() {
                return "firstTrade";
            }

            @Override
            public Optional<Reading> of(AccountCard account) {
                return database.sql("""
                                select min(d.day) as first from ledger.pub_account_day d
                                where d.account_id = :account and d.gross_amount > 0 having min(d.day) is not null
                                """)
                        .param("account", account.id())
                        .query(LocalDate.class)
                        .optional()
                        .map(first ->
                                new Reading(Text.of("archive.read.firstTrade", first), account.path() + BUSINESS));
            }
        };
    }

    @Bean
    FactSource salesRecord() {
        return new OfYear("salesRecord", standing, LedgerReadings::sales, BUSINESS);
    }

    private static @Nullable Text sales(Year year) {
        Long previous = year.previousRevenue();
        return previous == null || previous <= 0
                ? Text.of("archive.read.sales", new Money(year.revenue()), year.asOf())
                : Text.of(
                        "archive.read.salesChange",
                        new Money(year.revenue()),
                        year.asOf(),
                        (double) (year.revenue() - previous) / previous,
                        year.revenue() < previous ? 1 : 0);
    }

    @Bean
    FactSource salesActivity() {
        return new OfYear("salesActivity", standing, LedgerReadings::activity, BUSINESS);
    }

    private static @Nullable Text activity(Year year) {
        LocalDate last = year.lastPurchase();
        return last == null ? null : Text.of("archive.read.activity", year.orders(), last);
    }

    @Bean
    FactSource paymentHabit() {
        return new OfYear("paymentHabit", standing, LedgerReadings::payment, TERMS);
    }

    private static @Nullable Text payment(Year year) {
        Double late = year.daysLate();
        Long overdue = year.overdue();
        if (late == null || overdue == null) {
            return null;
        }
        return Text.of("archive.read.payment", Math.round(late), new Money(overdue));
    }

    @Bean
    FactSource returned() {
        return new OfYear("returns", standing, LedgerReadings::returns, BUSINESS);
    }

    private static @Nullable Text returns(Year year) {
        if (year.grossRevenue() <= 0) {
            return null;
        }
        long back = Math.max(0, year.grossRevenue() - year.revenue());
        return Text.of("archive.read.returns", (double) back / year.grossRevenue(), new Money(back));
    }
}
