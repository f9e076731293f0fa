package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import mainstay.terms.Entitlement;
import mainstay.terms.Entitlement.Source;
import mainstay.terms.Measure;
import mainstay.terms.credit.CreditDecision.Sale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditDecisionTests {

    private static final long UNIT = 10_000;

    static HeldLimit limit(long holder, @Nullable Long limit, long exposure, int unknown) {
        Entitlement entitlement = new Entitlement(
                Measure.CREDIT_LIMIT,
                limit == null ? null : BigDecimal.valueOf(limit),
                null,
                limit == null ? Source.NOT_SET : Source.AGREED,
                null,
                null,
                Text.of("terms.why.imported"));
        Exposure standing = new Exposure(exposure * UNIT, 0L, 0L, 0, unknown);
        return new HeldLimit(holder, "A" + holder, "Account " + holder, entitlement, standing);
    }

    /// One line for each thing that can happen: limit, exposure, amount, released, items unknown.
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            quote,   1000,  400, 600, 0, 0, allowed, 0
            quote,   1000,  400, 601, 0, 0, warn,    1
            quote,      0,    0,   1, 0, 0, warn,    1
            quote,      -, 9000, 999, 0, 0, allowed, 0
            quote,   1000,  400, 100, 0, 2, warn,    0
            order,   1000,  400, 600, 0, 0, allowed, 0
            order,   1000,  400, 601, 0, 0, hold,    1
            order,   1000,  400, 900, 0, 0, hold,  300
            order,   1000, 1200, 500, 0, 0, hold,  500
            order,      0,    0,   1, 0, 0, hold,    1
            order,      -, 9000, 999, 0, 0, allowed, 0
            order,   1000, 1200,   0, 0, 0, allowed, 0
            order,   1000, 1200, 500, 500, 0, allowed, 0
            order,   1000, 1200, 501, 500, 0, hold,  501
            order,   1000,  400, 600, 0, 3, warn,    0
            order,   1000,  400, 601, 0, 3, hold,    1
            invoice, 1000,  400, 600, 0, 0, allowed, 0
            invoice, 1000, 1200, 500, 0, 0, allowed, 0
            invoice,    0,    0, 500, 0, 0, allowed, 0
            invoice, 1000,  400, 100, 0, 3, allowed, 0
            """)
    void a_quote_is_warned_of_an_order_held_and_an_invoice_never_stopped(
            String stage,
            @Nullable Long limit,
            long exposure,
            long amount,
            long released,
            int unknown,
            String verdict,
            long prepayment) {
        CreditDecision decision = CreditDecision.of(
                new Sale(Stage.of(stage).orElseThrow(), amount * UNIT, 0),
                List.of(limit(1, limit, exposure, unknown)),
                released * UNIT);

        assertThat(decision.verdict().code()).isEqualTo(verdict);
        assertThat(decision.prepayment()).isEqualTo(prepayment * UNIT);
    }

    @Test
    void the_limit_that_leaves_the_least_decides_whoever_holds_it() {
        CreditDecision decision = CreditDecision.of(
                new Sale(Stage.ORDER, 100 * UNIT, 0), List.of(limit(1, 5_000L, 100, 0), limit(2, 6_000L, 5_950, 0)), 0);

        assertThat(decision.verdict()).isEqualTo(CreditDecision.Verdict.HOLD);
        assertThat(decision.tightest()).extracting(HeldLimit::holder).isEqualTo(2L);
        assertThat(decision.prepayment()).isEqualTo(50 * UNIT);
    }

    @Test
    void an_account_without_a_limit_is_bound_by_that_of_who_controls_it() {
        CreditDecision decision = CreditDecision.of(
                new Sale(Stage.ORDER, 100 * UNIT, 0), List.of(limit(1, null, 0, 0), limit(2, 1_000L, 950, 0)), 0);

        assertThat(decision.verdict()).isEqualTo(CreditDecision.Verdict.HOLD);
    }

    @Test
    void an_order_paid_in_part_is_told_whole_with_what_is_missing_besides() {
        CreditDecision decision =
                CreditDecision.of(new Sale(Stage.ORDER, 100 * UNIT, 605_000), List.of(limit(1, 1_000L, 1_200, 0)), 0);

        assertThat(decision.prepayment()).isEqualTo(395_000);
        assertThat(decision.reason())
                .isEqualTo(Text.of(
                        "credit.orderOver.already.paid",
                        new Money(1_200 * UNIT),
                        new Money(100 * UNIT),
                        new Money(1_000 * UNIT),
                        new Money(2_395_000),
                        new Money(395_000),
                        new Money(605_000),
                        new Money(100 * UNIT),
                        new Money(200 * UNIT)));
    }
}
