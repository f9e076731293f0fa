package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTests {

    private static Estimate<MbgNbd> found() {
        return MbgNbd.fit(GroupedSummaries.of(
                        TimeUnit.WEEK, new Simulation(21).of(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 900, 80)))
                .orElseThrow();
    }

    /// Two-sided quantiles as in every table.
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.674490",
        "0.6827, 1.000022",
        "0.9, 1.644854",
        "0.95, 1.959964",
        "0.99, 2.575829",
        "0.999, 3.290527"
    })
    void quantiles_of_the_normal_distribution(double level, double z) {
        assertThat(Normal.quantile(level)).isCloseTo(z, within(5e-6));
    }

    @Test
    void on_the_plain_scale_it_is_even() {
        var interval = Interval.around(10, 2, Scale.PLAIN, 0.95);

        assertThat(interval.low()).isCloseTo(10 - 2 * 1.959964, within(1e-5));
        assertThat(interval.high()).isCloseTo(10 + 2 * 1.959964, within(1e-5));
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void on_the_logarithmic_scale_it_stays_above_nothing() {
        var interval = Interval.around(10, 3, Scale.LOG, 0.95);

        assertThat(interval.low()).isPositive();
        assertThat(interval.low() * interval.high()).isCloseTo(100, within(1e-6));
    }

    @Test
    void on_the_logit_scale_it_stays_a_probability() {
        var interval = Interval.around(0.9, 3, Scale.LOGIT, 0.95);

        assertThat(interval.low()).isBetween(0.0, 0.9);
        assertThat(interval.high()).isBetween(0.9, 1.0);
        assertThat(Interval.around(0.1, 3, Scale.LOGIT, 0.95).low()).isCloseTo(1 - interval.high(), within(1e-12));
    }

    @Test
    void a_higher_level_is_wider() {
        var narrow = Interval.around(10, 1, Scale.LOG, 0.8);
        var wide = Interval.around(10, 1, Scale.LOG, 0.99);

        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
    }

    @Test
    void at_the_end_of_a_scale_nothing_moves() {
        assertThat(Interval.around(1, 5, Scale.LOGIT, 0.9)).isEqualTo(new Interval(1, 1, 0.9));
        assertThat(Interval.around(0, 5, Scale.LOGIT, 0.9)).isEqualTo(new Interval(0, 0, 0.9));
        assertThat(Interval.around(0, 5, Scale.LOG, 0.9)).isEqualTo(new Interval(0, 0, 0.9));
        assertThat(Interval.around(7, 0, Scale.LOG, 0.9)).isEqualTo(new Interval(7, 7, 0.9));
    }

    @Test
    void who_knows_nothing_about_the_error_knows_nothing() {
        var anything = Interval.around(5, Double.POSITIVE_INFINITY, Scale.LOG, 0.95);

        assertThat(anything).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, 0.95));
        assertThat(Interval.around(0.5, Double.POSITIVE_INFINITY, Scale.LOGIT, 0.95))
                .isEqualTo(new Interval(0, 1, 0.95));
    }

    @Test
    void what_is_no_number_has_no_interval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.around(Double.NaN, 1, Scale.PLAIN, 0.95))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.around(1, Double.NaN, Scale.PLAIN, 0.95))
                .withMessageContaining("error NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.around(1, -0.1, Scale.PLAIN, 0.95))
                .withMessageContaining("error -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.around(-1, 1, Scale.LOG, 0.95))
                .withMessageContaining("no place on the scale LOG");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.around(1.5, 1, Scale.LOGIT, 0.95))
                .withMessageContaining("no place on the scale LOGIT");
    }

    @Test
    void ends_go_up() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1, 0.95))
                .withMessageContaining("from 2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, Double.NaN, 0.95));
        assertThat(new Interval(1, 1, 0.5).contains(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void a_level_lies_between_nothing_and_everything(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(1, 2, level))
                .withMessageContaining("confidence " + level);
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.around(1, 1, Scale.LOG, level));
    }

    @Test
    void both_ends_belong_to_it() {
        var interval = new Interval(1, 3, 0.9);

        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.contains(3)).isTrue();
        assertThat(interval.contains(Math.nextDown(1.0))).isFalse();
        assertThat(interval.contains(Math.nextUp(3.0))).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-30, -1, 0, 1e-9, 2, 30})
    void scales_come_back(double scaled) {
        assertThat(Scale.PLAIN.forward(Scale.PLAIN.back(scaled))).isEqualTo(scaled);
        assertThat(Scale.LOG.forward(Scale.LOG.back(scaled))).isCloseTo(scaled, within(1e-12));
        assertThat(Scale.LOGIT.forward(Scale.LOGIT.back(scaled))).isCloseTo(scaled, within(2e-3));
    }

    /// A mean that exists for the fit and not for parameters near it, and one that exists nowhere.
    @Test
    void a_quantity_that_is_no_number_is_unknown_and_not_certain() {
        var found = found();
        var r = found.model().r();

        assertThat(found.standardError(model -> Double.NaN, Scale.PLAIN)).isEmpty();
        assertThat(found.interval(model -> Double.NaN, Scale.LOG, 0.95)).isEmpty();
        assertThat(found.standardError(model -> model.r() > r ? Double.NaN : model.r(), Scale.PLAIN))
                .isEmpty();
        assertThat(found.interval(model -> model.r() > r ? Double.NaN : model.r(), Scale.LOG, 0.95))
                .isEmpty();
        assertThat(found.interval(model -> -model.r(), Scale.LOG, 0.95)).isEmpty();
    }

    @Test
    void a_quantity_that_does_not_move_is_certain() {
        var found = found();

        assertThat(found.standardError(model -> 5, Scale.LOG)).hasValue(0);
        assertThat(found.interval(model -> 5, Scale.LOG, 0.95)).hasValue(new Interval(5, 5, 0.95));
        assertThat(found.standardError(model -> 1, Scale.LOGIT)).hasValue(0);
        assertThat(found.standardError(model -> 0, Scale.LOG)).hasValue(0);
    }

    /// Factors of 1/2 to 2 and of 1/e to e^3: ln 2 and 1 below, ln 2 and 3 above.
    @Test
    void ends_of_a_product_add_like_errors_each_for_itself() {
        var product = Interval.ofProduct(
                10, List.of(new Interval(5, 20, 0.9).partsOf(10), new Interval(Math.exp(-1), Math.exp(3), 0.9)));

        assertThat(product.low()).isCloseTo(10 * Math.exp(-Math.hypot(Math.log(2), 1)), within(1e-12));
        assertThat(product.high()).isCloseTo(10 * Math.exp(Math.hypot(Math.log(2), 3)), within(1e-9));
        assertThat(product.level()).isEqualTo(0.9);
        assertThat(Interval.ofProduct(10, List.of(new Interval(1, 1, 0.9)))).isEqualTo(new Interval(10, 10, 0.9));
    }

    @Test
    void a_product_needs_factors_around_one() {
        var factor = new Interval(1.5, 2, 0.95);

        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofProduct(10, List.of(factor)));
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofProduct(10, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofProduct(-1, List.of(factor.partsOf(1.7))));
        assertThatIllegalArgumentException().isThrownBy(() -> factor.partsOf(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 1, 0.95).partsOf(0));
    }

    /// ln r + ln a of the delta method is the sum of both variances and twice their covariance.
    @Test
    void errors_of_products_and_quotients_share_their_covariance() {
        var found = found();
        var r = error(found, MbgNbd::r);
        var a = error(found, MbgNbd::a);
        var product = error(found, model -> model.r() * model.a());
        var quotient = error(found, model -> model.r() / model.a());

        assertThat(product * product + quotient * quotient).isCloseTo(2 * (r * r + a * a), within(1e-6));
        assertThat(error(found, model -> model.r() * model.r())).isCloseTo(2 * r, within(1e-6));
    }

    private static double error(Estimate<MbgNbd> found, ToDoubleFunction<MbgNbd> quantity) {
        return found.standardError(quantity, Scale.LOG).orElseThrow();
    }
}
