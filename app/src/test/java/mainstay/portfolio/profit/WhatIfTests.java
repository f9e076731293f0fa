package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import mainstay.portfolio.profit.WhatIf.Asked;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTests {
    private static final Text NAME = Text.of("profit.whole");

    private static WhatIf of(Loyalty own, double points, @Nullable Double retention) {
        return WhatIf.of(NAME, own, new Asked(points, 0.10, 0, Optional.ofNullable(retention)));
    }

    @ParameterizedTest
    @CsvSource({"0.60, 0.204", "0.75, 0.244", "0.80, 0.275", "0.85, 0.324", "0.90, 0.407"})
    void five_points_bring_what_the_formula_says(double retention, double gain) {
        WhatIf effect = of(new Loyalty(1_000, 100.0, retention), 0.05, null);

        assertThat(effect.relative()).isCloseTo(gain, within(0.0005));
    }

    @Test
    void the_worked_example_brings_24444() {
        WhatIf effect = of(new Loyalty(1_000, 100.0, 0.60), 0.05, null);

        assertThat(effect.gain()).isEqualTo(244_444_444L);
        assertThat(effect.kept()).isCloseTo(50, within(1e-9));
    }

    @Test
    void points_that_are_not_there_to_gain_are_told() {
        WhatIf effect = of(new Loyalty(1_000, 100.0, 0.983), 0.05, null);

        assertThat(Objects.requireNonNull(effect.cap())).isCloseTo(1.7, within(1e-9));
        assertThat(effect.gain())
                .isEqualTo(of(new Loyalty(1_000, 100.0, 0.983), 0.017, null).gain());
        assertThat(of(new Loyalty(1_000, 100.0, 0.95), 0.05, null).cap()).isNull();
    }

    @Test
    void the_discount_starts_at_the_rate_of_the_firm() {
        assertThat(Slider.DISCOUNT.start(0.125)).isEqualTo("12.5");
        assertThat(Slider.DISCOUNT.start(0.1)).isEqualTo("10");
        assertThat(Slider.POINTS.start(0.125)).isEqualTo("5");
    }

    @Test
    void without_margin_or_retention_nothing_is_known() {
        assertThat(of(new Loyalty(10, null, 0.6), 0.05, null).gain()).isNull();
        assertThat(of(new Loyalty(10, 100.0, null), 0.05, null).gain()).isNull();
        assertThat(of(new Loyalty(10, 100.0, null), 0.05, 0.6).gain()).isPositive();
    }

    @Test
    void who_bought_in_both_years_stayed() {
        List<AccountTotal> before = new ArrayList<>();
        List<AccountTotal> now = new ArrayList<>();
        for (long id = 1; id <= 4; id++) {
            before.add(total(id, 100, 40L));
        }
        now.add(total(1, 100, 40L));
        now.add(total(2, 100, 60L));
        now.add(total(3, 100, null));
        now.add(total(9, 100, 20L));

        Loyalty loyalty = Loyalty.of(now, before);

        assertThat(loyalty.customers()).isEqualTo(4);
        assertThat(loyalty.retention()).isEqualTo(0.75);
        assertThat(Objects.requireNonNull(loyalty.margin())).isCloseTo(0.0040, within(1e-12));
        assertThat(Loyalty.of(now, null).retention()).isNull();
    }

    private static AccountTotal total(long id, long revenue, @Nullable Long profit) {
        return new AccountTotal(id, "A", "A", 1, 1, revenue, revenue, revenue, profit, Served.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "51", "1e9", "Infinity", "5,5", "<b>", "0.001", "99999999999"})
    void a_slider_takes_no_nonsense(String written) {
        assertThat(Slider.POINTS.takes(written)).isFalse();
    }

    @Test
    void a_slider_reads_percent() {
        assertThat(Slider.POINTS.read("5")).contains(0.05);
        assertThat(Slider.MARGIN.read("-12.5")).contains(-0.125);
        assertThat(Slider.RETENTION.takes("")).isTrue();
        assertThat(Slider.RETENTION.read("")).isEmpty();
    }
}
