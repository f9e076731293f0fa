package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class LadderProperties {

    private static final long GREATEST = 10_000_000_0000L;

    /// Ladders whose rates do not fall.
    @Provide
    Arbitrary<LadderRule> ladders() {
        return Combinators.combine(
                        Arbitraries.of(Basis.values()),
                        Arbitraries.of(Spread.values()),
                        Arbitraries.integers()
                                .between(1, 2_000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6),
                        Arbitraries.integers().between(0, 1_000).list().ofSize(6))
                .as(LadderProperties::ladder);
    }

    private static LadderRule ladder(Basis basis, Spread spread, List<Integer> gaps, List<Integer> rises) {
        List<LadderStep> steps = new ArrayList<>();
        long threshold = 0;
        int rate = 0;
        for (int i = 0; i < gaps.size(); i++) {
            threshold += gaps.get(i);
            rate += rises.get(i);
            steps.add(new LadderStep(
                    basis == Basis.REVENUE ? BigDecimal.valueOf(threshold * 1_000) : BigDecimal.valueOf(threshold, 4),
                    BigDecimal.valueOf(rate, 4)));
        }
        return new LadderRule(basis, spread, steps);
    }

    @Property
    void who_buys_more_never_earns_less(
            @ForAll("ladders") LadderRule ladder,
            @ForAll @LongRange(min = -GREATEST, max = GREATEST) long one,
            @ForAll @LongRange(min = -GREATEST, max = GREATEST) long other,
            @ForAll @LongRange(min = 1, max = GREATEST) long reference) {
        assertThat(ladder.earned(Math.max(one, other), reference))
                .isGreaterThanOrEqualTo(Objects.requireNonNull(ladder.earned(Math.min(one, other), reference)));
    }

    @Property
    void a_credit_note_lowers_what_is_earned_or_leaves_it(
            @ForAll("ladders") LadderRule ladder,
            @ForAll @LongRange(min = 0, max = GREATEST) long bought,
            @ForAll @LongRange(min = 0, max = GREATEST) long returned,
            @ForAll @LongRange(min = 1, max = GREATEST) long reference) {
        long before = Objects.requireNonNull(ladder.earned(bought, reference));

        assertThat(ladder.earned(bought - returned, reference)).isBetween(0L, before);
    }

    @Property
    void rebates_are_whole_cents_of_at_most_what_was_bought(
            @ForAll("ladders") LadderRule ladder,
            @ForAll @LongRange(min = 0, max = GREATEST) long bought,
            @ForAll @LongRange(min = 1, max = GREATEST) long reference) {
        long earned = Objects.requireNonNull(ladder.earned(bought, reference));

        assertThat(earned % 100).isZero();
        assertThat(earned).isBetween(0L, bought + 50);
    }

    @Property
    void above_the_step_never_earns_more_than_on_the_whole(
            @ForAll("ladders") LadderRule ladder,
            @ForAll @LongRange(min = 0, max = GREATEST) long bought,
            @ForAll @LongRange(min = 1, max = GREATEST) long reference) {
        LadderRule whole = new LadderRule(ladder.basis(), Spread.WHOLE, ladder.steps());
        LadderRule above = new LadderRule(ladder.basis(), Spread.ABOVE, ladder.steps());

        assertThat(above.earned(bought, reference))
                .isLessThanOrEqualTo(Objects.requireNonNull(whole.earned(bought, reference)));
    }

    @Property
    void where_the_reference_is_unknown_so_is_the_rebate(@ForAll("ladders") LadderRule ladder) {
        if (ladder.basis() != Basis.REVENUE) {
            assertThat(ladder.earned(1_0000L, null)).isNull();
        }
    }

    @Property
    void the_binomial_tail_falls_with_what_is_asked_for(@ForAll @IntRange(min = 1, max = 60) int n) {
        double before = 1;
        for (int k = 0; k <= n + 1; k++) {
            double tail = Binomial.atLeast(k, n, 0.3);
            assertThat(tail).isBetween(0.0, before + 1e-12);
            before = tail;
        }
        assertThat(Binomial.atLeast(n, n, 0.3)).isCloseTo(Math.pow(0.3, n), org.assertj.core.data.Offset.offset(1e-12));
    }
}
