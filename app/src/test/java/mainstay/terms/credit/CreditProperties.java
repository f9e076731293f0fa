package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainstay.terms.credit.CreditDecision.Sale;
import mainstay.terms.credit.CreditDecision.Verdict;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class CreditProperties {

    private static final long UNIT = 10_000;

    /// Limits on the way up, each with more standing against it than against those below.
    @Provide
    Arbitrary<List<HeldLimit>> ways() {
        Arbitrary<@Nullable Long> limit = Arbitraries.longs().between(0, 1_000).injectNull(0.3);
        Arbitrary<Long> exposure = Arbitraries.longs().between(0, 1_200);
        return Combinators.combine(limit, exposure)
                .as((amount, standing) -> CreditDecisionTests.limit(1, amount, standing, 0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static long room(HeldLimit held) {
        Long room = held.headRoom();
        return room == null ? Long.MAX_VALUE : room;
    }

    @Property(tries = 500)
    void no_order_that_is_allowed_leaves_exposure_above_any_limit_of_that_moment(
            @ForAll("ways") List<HeldLimit> limits, @ForAll @LongRange(min = 1, max = 1_500) long amount) {
        CreditDecision decision = CreditDecision.of(new Sale(Stage.ORDER, amount * UNIT, 0), limits, 0);

        boolean fits = limits.stream().allMatch(held -> room(held) >= amount * UNIT);
        assertThat(decision.verdict() != Verdict.HOLD).isEqualTo(fits);
    }

    @Property(tries = 500)
    void whatever_is_held_goes_with_what_it_is_told_to_pay_ahead_and_not_with_less(
            @ForAll("ways") List<HeldLimit> limits, @ForAll @LongRange(min = 1, max = 1_500) long amount) {
        CreditDecision decision = CreditDecision.of(new Sale(Stage.ORDER, amount * UNIT, 0), limits, 0);
        long rest = amount * UNIT - decision.prepayment();

        assertThat(CreditDecision.of(new Sale(Stage.ORDER, rest, 0), limits, 0).verdict())
                .isNotEqualTo(Verdict.HOLD);
        if (decision.prepayment() > 0) {
            assertThat(CreditDecision.of(new Sale(Stage.ORDER, rest + 1, 0), limits, 0)
                            .verdict())
                    .isEqualTo(Verdict.HOLD);
        }
    }

    @Property(tries = 200)
    void an_invoice_of_delivered_goods_is_never_stopped(
            @ForAll("ways") List<HeldLimit> limits, @ForAll @LongRange(min = 1, max = 1_500) long amount) {
        assertThat(CreditDecision.of(new Sale(Stage.INVOICE, amount * UNIT, 0), limits, 0)
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @Property(tries = 200)
    void a_higher_limit_never_holds_what_a_lower_one_lets_go(
            @ForAll @LongRange(max = 1_000) long limit,
            @ForAll @LongRange(max = 500) long more,
            @ForAll @LongRange(max = 1_000) long exposure,
            @ForAll @LongRange(min = 1, max = 1_500) long amount) {
        Verdict low = verdict(limit, exposure, amount);
        Verdict high = verdict(limit + more, exposure, amount);

        assertThat(low == Verdict.ALLOWED && high == Verdict.HOLD).isFalse();
    }

    private static Verdict verdict(long limit, long exposure, long amount) {
        return CreditDecision.of(
                        new Sale(Stage.ORDER, amount * UNIT, 0),
                        List.of(CreditDecisionTests.limit(1, limit, exposure, 0)),
                        0)
                .verdict();
    }
}
