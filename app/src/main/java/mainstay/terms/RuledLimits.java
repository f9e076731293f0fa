package mainstay.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import mainstay.terms.RebateFigures.Rebate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Credit limits that a tier gives by a rule instead of an amount.
@Repository
@Transactional(readOnly = true)
class RuledLimits {

    private static final Text UNKNOWN = Text.of("terms.unknown");
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final JdbcClient database;
    private final ObjectProvider<RebateFigures> rebates;

    RuledLimits(JdbcClient database, ObjectProvider<RebateFigures> rebates) {
        this.database = database;
        this.rebates = rebates;
    }

    /// @param limit    in ten-thousandths; null where what it rests on is unknown
    /// @param withheld whether the reader may not know it, because what it rests on would follow from it
    record Ruled(@Nullable Long limit, Text explanation, boolean withheld) {

        Ruled(@Nullable Long limit, Text explanation) {
            this(limit, explanation, false);
        }
    }

    /// Goods on credit about equal to the rebate of the year.
    Ruled byRebate(long account, BigDecimal factor, int stars) {
        RebateFigures figures = rebates.getIfAvailable();
        Rebate rebate = figures == null ? new Rebate(null, null, false) : figures.of(account);
        Long limit = byRebate(rebate, factor);
        if (limit == null) {
            return new Ruled(null, Text.of("terms.why.rebateUnknown", stars));
        }
        if (rebate.withheld()) {
            return new Ruled(limit, Text.of("terms.why.rebateWithheld", stars), true);
        }
        Text why =
                Text.of(Entitlement.RESTS_ON_REBATE, shown(rebate.accrued()), shown(rebate.expected()), factor, stars);
        return new Ruled(limit, why);
    }

    static @Nullable Long byRebate(Rebate rebate, BigDecimal factor) {
        return Stream.of(rebate.accrued(), rebate.expected())
                .flatMap(Stream::ofNullable)
                .max(Long::compare)
                .map(largest -> times(Math.max(0, largest), factor))
                .orElse(null);
    }

    /// So many average months of sales.
    Ruled bySales(long account, BigDecimal factor, int stars) {
        Long month = averageMonth(account);
        return month == null
                ? new Ruled(null, Text.of("terms.why.salesUnknown", stars))
                : new Ruled(
                        times(Math.max(0, month), factor), Text.of("terms.why.sales", new Money(month), factor, stars));
    }

    private @Nullable Long averageMonth(long account) {
        Long year = sold(account);
        return year == null
                ? null
                : BigDecimal.valueOf(year)
                        .divide(MONTHS, 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    /// What we sold in twelve months, returns taken off; null where nothing was sold.
    @Nullable
    BigDecimal yearSales(long account) {
        Long year = sold(account);
        return year == null ? null : new Money(Math.max(0, year)).toDecimal();
    }

    private @Nullable Long sold(long account) {
        return database.sql("""
                        select sum(d.net_amount)::bigint
                        from ledger.pub_account_day d cross join ledger.pub_state s
                        where d.account_id = :account and d.day <= s.data_to
                          and d.day > s.data_to - interval '12 months'
                        having count(*) > 0
                        """)
                .param("account", account)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static long times(long amount, BigDecimal factor) {
        return factor.multiply(BigDecimal.valueOf(amount))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Object shown(@Nullable Long amount) {
        return amount == null ? UNKNOWN : new Money(amount);
    }
}
