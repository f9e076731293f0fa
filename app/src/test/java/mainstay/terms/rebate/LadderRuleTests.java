package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LadderRuleTests {

    private static LadderStep step(String threshold, String rate) {
        return new LadderStep(new BigDecimal(threshold), new BigDecimal(rate));
    }

    private static LadderRule rule(Basis basis, Spread spread) {
        return switch (basis) {
            case REVENUE -> new LadderRule(basis, spread, List.of(step("100000", "0.01"), step("500000", "0.02")));
            case GROWTH -> new LadderRule(basis, spread, List.of(step("0.05", "0.01"), step("0.20", "0.03")));
            case MIX -> new LadderRule(basis, spread, List.of(step("0.30", "0.02")));
        };
    }

    @Test
    void a_step_counts_from_its_very_cent_on() {
        LadderRule whole = rule(Basis.REVENUE, Spread.WHOLE);

        assertThat(whole.earned(99_999_9900L, null)).isZero();
        assertThat(whole.earned(100_000_0000L, null)).isEqualTo(1_000_0000L);
        assertThat(whole.earned(499_999_9900L, null)).isEqualTo(5_000_0000L);
        assertThat(whole.earned(500_000_0000L, null)).isEqualTo(10_000_0000L);
    }

    @Test
    void above_the_step_only_what_lies_above_it_earns_its_rate() {
        LadderRule above = rule(Basis.REVENUE, Spread.ABOVE);

        assertThat(above.earned(100_000_0000L, null)).isZero();
        assertThat(above.earned(600_000_0000L, null)).isEqualTo(4_000_0000L + 2_000_0000L);
    }

    @Test
    void growth_is_held_against_the_year_before() {
        assertThat(rule(Basis.GROWTH, Spread.WHOLE).earned(120_000_0000L, 100_000_0000L))
                .isEqualTo(3_600_0000L);
        assertThat(rule(Basis.GROWTH, Spread.ABOVE).earned(130_000_0000L, 100_000_0000L))
                .isEqualTo(450_0000L);
        assertThat(rule(Basis.GROWTH, Spread.WHOLE).earned(130_000_0000L, 100_000_0000L))
                .isEqualTo(3_900_0000L);
        assertThat(rule(Basis.GROWTH, Spread.WHOLE).earned(104_999_0000L, 100_000_0000L))
                .isZero();
    }

    @Test
    void a_mix_pays_on_the_chosen_categories() {
        assertThat(rule(Basis.MIX, Spread.WHOLE).earned(40_000_0000L, 100_000_0000L))
                .isEqualTo(800_0000L);
        assertThat(rule(Basis.MIX, Spread.ABOVE).earned(40_000_0000L, 100_000_0000L))
                .isEqualTo(200_0000L);
    }

    @Test
    void what_is_unknown_stays_unknown_and_returns_alone_earn_nothing() {
        assertThat(rule(Basis.REVENUE, Spread.WHOLE).earned(null, null)).isNull();
        assertThat(rule(Basis.GROWTH, Spread.WHOLE).earned(120_000_0000L, null)).isNull();
        assertThat(rule(Basis.REVENUE, Spread.WHOLE).earned(-5_0000L, null)).isZero();
    }

    @Test
    void half_a_cent_is_rounded_up() {
        LadderRule odd = new LadderRule(Basis.REVENUE, Spread.WHOLE, List.of(step("0", "0.005")));

        assertThat(odd.earned(1_0000L, null)).isEqualTo(100L);
        assertThat(odd.earned(9900L, null)).isZero();
    }

    @Test
    void steps_ascend_and_no_rate_is_above_one() {
        assertThatThrownBy(
                        () -> new LadderRule(Basis.REVENUE, Spread.WHOLE, List.of(step("5", "0.1"), step("5", "0.2"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> step("1", "1.01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_diversion_takes_back_what_was_earned_by_its_goods_step_included() {
        LadderRule whole = rule(Basis.REVENUE, Spread.WHOLE);

        long earned = Objects.requireNonNull(whole.earned(520_000_0000L, null));
        long without = Objects.requireNonNull(whole.earned(490_000_0000L, null));

        assertThat(earned - without).isEqualTo(10_400_0000L - 4_900_0000L);
    }
}
