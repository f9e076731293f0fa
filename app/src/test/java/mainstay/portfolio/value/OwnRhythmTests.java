package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mainstay.analytics.value.Discount;
import org.junit.jupiter.api.Test;

/// Ten gaps over 300 days, none as long as the present silence: q = 1/12, S = 0.5/11.
class OwnRhythmTests {
    private final OwnRhythm silent = new OwnRhythm(10, 0, 300);

    private final OwnRhythm busy = new OwnRhythm(10, 10, 300);

    @Test
    void an_unheard_of_silence_leaves_one_chance_in_three() {
        assertThat(silent.alive()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void a_usual_silence_leaves_little_doubt() {
        assertThat(busy.alive()).isCloseTo(0.875 / (0.875 + 1.0 / 12), within(1e-12));
    }

    @Test
    void purchases_of_many_years_end_at_the_number_before_leaving() {
        assertThat(busy.purchasesIfAlive(1e9)).isCloseTo(12, within(1e-9));
    }

    @Test
    void discounting_makes_later_purchases_worth_less() {
        Discount tenth = Discount.yearly(0.1);
        double delta = Math.log(1.1) / 365.25;

        assertThat(busy.residualIfAlive(tenth)).isCloseTo((1.0 / 30) / (1.0 / 360 + delta), within(1e-9));
        assertThat(busy.discountedIfAlive(1e9, tenth)).isCloseTo(busy.residualIfAlive(tenth), within(1e-9));
        assertThat(busy.discountedIfAlive(365.25, tenth)).isLessThan(busy.purchasesOfYearIfAlive());
    }
}
