package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import mainstay.analytics.value.ConstantMargin;
import mainstay.analytics.value.RetentionWhatIf;
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
    private static final long UNIT = 10_000;
    private static final Text NAME = Text.of("profit.whole");

    private static Asked asked(double points) {
        return new Asked(points, 0.10, 0, Optional.empty());
    }

    private static WhatIf of(List<AccountTotal> customers, @Nullable Retentions retentions, double points) {
        double cut = retentions == null ? 0 : retentions.cut(customers, points);
        return WhatIf.of(NAME, customers, retentions, cut, asked(points));
    }

    /// A thousand customers alike, each with a profit of 100.
    private static WhatIf alike(@Nullable Double retention, double points) {
        List<AccountTotal> customers =
                LongStream.range(0, 1_000).mapToObj(id -> total(id, 100L)).toList();
        return of(
                customers,
                Retentions.of(Optional.empty(), Map.of(), Set.of(), Set.of(), retention)
                        .orElse(null),
                points);
    }

    private static AccountTotal total(long id, @Nullable Long profit) {
        Long exact = profit == null ? null : Long.valueOf(profit * UNIT);
        return new AccountTotal(id, "A", "A", 1, 1, UNIT, UNIT, UNIT, exact, Served.NOTHING);
    }

    private static double units(@Nullable Long amount) {
        return Objects.requireNonNull(amount) / (double) UNIT;
    }

    @ParameterizedTest
    @CsvSource({"0.60, 0.204", "0.75, 0.244", "0.80, 0.275", "0.85, 0.324", "0.90, 0.407"})
    void five_points_bring_what_the_formula_says(double retention, double gain) {
        assertThat(alike(retention, 0.05).relative()).isCloseTo(gain, within(0.0005));
    }

    @Test
    void the_worked_example_brings_24444() {
        WhatIf effect = alike(0.60, 0.05);

        assertThat(units(effect.gain())).isCloseTo(24_444.4, within(0.1));
        assertThat(effect.kept()).isCloseTo(50, within(1e-9));
    }

    /// The second worked example: A, B, and C at a loss.
    @Test
    void customers_that_differ_are_added_up_one_by_one() {
        List<AccountTotal> earning = List.of(total(1, 1_000L), total(2, 100L));
        Retentions retentions = Retentions.of(
                        Optional.empty(), Map.of(1L, 0.9, 2L, 0.7, 3L, 0.9), Set.of(), Set.of(), null)
                .orElseThrow();

        WhatIf together = of(earning, retentions, 0.05);
        assertThat(units(together.gain())).isCloseTo(849.18, within(0.005));
        assertThat(units(together.value())).isCloseTo(4_675, within(0.005));
        assertThat(together.relative()).isCloseTo(0.182, within(5e-4));
        assertThat(together.kept()).isCloseTo(0.1, within(1e-9));

        double cut = retentions.cut(earning, 0.05);
        assertThat(units(WhatIf.of(NAME, earning.subList(0, 1), retentions, cut, asked(0.05))
                        .gain()))
                .isCloseTo(785.71, within(0.005));
        assertThat(units(WhatIf.of(NAME, earning.subList(1, 2), retentions, cut, asked(0.05))
                        .gain()))
                .isCloseTo(63.46, within(0.005));
        WhatIf losing = WhatIf.of(NAME, List.of(total(3, -200L)), retentions, cut, asked(0.05));
        assertThat(units(losing.gain())).isCloseTo(-157.14, within(0.005));
        assertThat(losing.relative()).isCloseTo(-0.175, within(5e-4));

        List<AccountTotal> cancelling = List.of(total(1, 1_000L), total(3, -900L));
        assertThat(of(cancelling, retentions, 0.05).gain()).isPositive();
        assertThat(of(cancelling, retentions, 0.05).relative()).isNull();
    }

    /// The third worked example: A and B as in the second, and D that is closed.
    @Test
    void a_closed_account_is_not_kept() {
        List<AccountTotal> customers = List.of(total(1, 1_000L), total(2, 100L), total(4, 500L));
        Retentions retentions = Retentions.of(
                        Optional.empty(), Map.of(1L, 0.9, 2L, 0.7, 4L, 0.0), Set.of(4L), Set.of(), null)
                .orElseThrow();

        WhatIf together = of(customers, retentions, 0.05);
        assertThat(units(together.gain())).isCloseTo(1_376.84, within(0.005));
        assertThat(together.retention()).isCloseTo(0.5333, within(5e-5));
        assertThat(together.kept()).isCloseTo(0.15, within(1e-9));

        double cut = retentions.cut(customers, 0.05);
        WhatIf closed = WhatIf.of(NAME, List.of(total(4, 500L)), retentions, cut, asked(0.05));
        assertThat(closed.gain()).isZero();
        assertThat(closed.kept()).isZero();
        assertThat(Objects.requireNonNull(retentions.cap(customers, 0.2))).isCloseTo(40 / 3.0, within(1e-9));
    }

    private static @Nullable Double cap(double retention, double points) {
        return Retentions.of(Optional.of(retention), Map.of(), Set.of(), Set.of(), null)
                .orElseThrow()
                .cap(List.of(total(1, 100L)), points);
    }

    @Test
    void points_that_are_not_there_to_gain_are_told() {
        assertThat(Objects.requireNonNull(cap(0.983, 0.05))).isCloseTo(1.7, within(1e-9));
        assertThat(alike(0.983, 0.05).gain()).isEqualTo(alike(0.983, 0.017).gain());
        assertThat(cap(0.95, 0.05)).isNull();
    }

    @Test
    void customers_alike_gain_what_the_library_says() {
        RetentionWhatIf published = RetentionWhatIf.of(new ConstantMargin(100, 0.6, 0.1), 0.05, 1_000);
        WhatIf effect = alike(0.6, 0.05);

        assertThat(units(effect.gain())).isCloseTo(published.gain(), within(0.1));
        assertThat(Objects.requireNonNull(effect.relative()))
                .isCloseTo(published.relativeGain().orElseThrow(), within(1e-6));
        assertThat(Objects.requireNonNull(effect.kept())).isCloseTo(published.keptPerPeriod(), within(1e-9));
    }

    @Test
    void the_discount_starts_at_the_rate_of_the_firm() {
        assertThat(Slider.DISCOUNT.start(new Starts(0.125, 0.05))).isEqualTo("12.5");
        assertThat(Slider.DISCOUNT.start(new Starts(0.1, 0.05))).isEqualTo("10");
    }

    @Test
    void without_margin_or_retention_nothing_is_known() {
        assertThat(of(List.of(total(1, null)), null, 0.05).gain()).isNull();
        assertThat(alike(null, 0.05).gain()).isNull();
        assertThat(alike(0.6, 0.05).gain()).isPositive();
    }

    @Test
    void who_has_no_known_profit_counts_without_an_amount() {
        WhatIf effect = of(
                List.of(total(1, 100L), total(2, null)),
                Retentions.of(Optional.of(0.6), Map.of(), Set.of(), Set.of(), null)
                        .orElseThrow(),
                0.05);

        assertThat(effect.customers()).isEqualTo(2);
        assertThat(effect.unpriced()).isEqualTo(1);
        assertThat(units(effect.margin())).isEqualTo(100);
        assertThat(units(effect.gain())).isCloseTo(24.44, within(0.01));
        assertThat(effect.kept()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void what_somebody_asks_for_goes_before_the_values_and_these_before_the_ledger() {
        assertThat(Retentions.of(Optional.of(0.5), Map.of(1L, 0.9), Set.of(), Set.of(), 0.75))
                .map(Retentions::source)
                .contains(Retentions.Source.ASKED);
        Retentions implied = Retentions.of(Optional.empty(), Map.of(1L, 0.9, 2L, 0.7), Set.of(), Set.of(), 0.75)
                .orElseThrow();
        assertThat(implied.source()).isEqualTo(Retentions.Source.VALUES);
        assertThat(implied.of(total(9, 1L))).isCloseTo(0.8, within(1e-12));
        assertThat(Retentions.of(Optional.empty(), Map.of(), Set.of(), Set.of(), 0.75))
                .map(Retentions::source)
                .contains(Retentions.Source.LEDGER);
        assertThat(Retentions.of(Optional.empty(), Map.of(), Set.of(), Set.of(), null))
                .isEmpty();
    }

    @Test
    void who_bought_in_both_years_stayed() {
        List<AccountTotal> before =
                LongStream.rangeClosed(1, 4).mapToObj(id -> total(id, 40L)).toList();
        List<AccountTotal> now = List.of(total(1, 40L), total(2, 60L), total(3, null), total(9, 20L));
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThat(new TwoYears(day, day, now, before).retention()).isEqualTo(0.75);
        assertThat(new TwoYears(day, day, now, null).retention()).isNull();
        assertThat(new TwoYears(day, day, now, before).customers()).hasSize(4);
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
