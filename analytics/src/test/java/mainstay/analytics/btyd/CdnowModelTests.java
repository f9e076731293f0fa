package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mainstay.analytics.Cdnow;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// The CDNOW sample calibrated to 30 September 1997 in weeks.
///
/// Sources: CLVTools 0.11 (tests of BG/NBD and Pareto/NBD), lifetimes 0.11.3 on scipy 1.10.1 (tightly
/// converged), BTYD 2.4 (walkthrough), as published with each.
class CdnowModelTests {

    private static final LocalDate CALIBRATION = LocalDate.of(1997, 9, 30);

    private static List<CustomerSummary> customers(TimeUnit unit) {
        return Cdnow.sample().histories().values().stream()
                .flatMap(history -> history.summary(CALIBRATION, unit).stream())
                .toList();
    }

    private static GroupedSummaries weeks() {
        return GroupedSummaries.of(TimeUnit.WEEK, customers(TimeUnit.WEEK));
    }

    private static void assertParameters(Estimate<?> found, Map<String, Double> expected) {
        expected.forEach((name, value) ->
                assertThat(found.parameters().get(name)).as(name).isCloseTo(value, within(2e-6 * Math.max(1, value))));
    }

    private static void assertErrors(Estimate<?> found, double tolerance, double... expected) {
        assertThat(found.standardErrors().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .containsExactly(expected, within(tolerance));
    }

    @Test
    void bg_nbd() {
        var found = BgNbd.fit(weeks()).orElseThrow();

        assertParameters(found, Map.of("r", 0.242595, "alpha", 4.413602, "a", 0.792922, "b", 2.425907));
        assertThat(found.logLikelihood()).isCloseTo(-9582.4292, within(5e-5));
        assertErrors(found, 1e-4, 0.012557, 0.378221, 0.185719, 0.705345);
    }

    /// Hardie's sheet, with parameters of its own fit: lifetimes compares it to three decimals too.
    @Test
    void bg_nbd_newcomers_as_published() {
        var model = BgNbd.fit(weeks()).orElseThrow().model();
        var horizons = new double[] {1 / 7.0, 1, 3, 31 + 6 / 7.0, 32, 78};
        var expected = new double[] {.0078, .0532, .1506, 1.0405, 1.0437, 1.8576};

        for (var i = 0; i < horizons.length; i++) {
            assertThat(model.expectedRepeatPurchases(Horizon.weeks(horizons[i])))
                    .isCloseTo(expected[i], within(1e-3));
        }
    }

    @Test
    void mbg_nbd() {
        var found = MbgNbd.fit(weeks()).orElseThrow();

        assertParameters(found, Map.of("r", 0.524843, "alpha", 6.183085, "a", 0.891359, "b", 1.614003));
        assertThat(found.logLikelihood()).isCloseTo(-9582.1357, within(5e-5));
    }

    @Test
    void pareto_nbd() {
        var found = ParetoNbd.fit(weeks()).orElseThrow();

        assertParameters(found, Map.of("r", 0.553277, "alpha", 10.577684, "s", 0.60624, "beta", 11.668736));
        assertThat(found.logLikelihood()).isCloseTo(-9594.9762, within(5e-5));
        assertErrors(found, 1e-3, 0.0476264, 0.8427222, 0.1872594, 6.2105448);
    }

    @Test
    void models_with_drop_out_beat_the_one_without() {
        var nbd = Nbd.fit(weeks()).orElseThrow();
        var test = BgNbd.fit(weeks()).orElseThrow().againstNbd().orElseThrow();

        assertThat(test.statistic()).isCloseTo(2 * (-9582.4292 - nbd.logLikelihood()), within(2e-4));
        assertThat(test.degrees()).isEqualTo(2);
        assertThat(test.pValue()).isLessThan(1e-70);
        assertThat(nbd.againstNbd()).isEmpty();
    }

    @Test
    void the_holdout_of_39_weeks() {
        var model = BgNbd.fit(weeks()).orElseThrow().model();
        var pareto = ParetoNbd.fit(weeks()).orElseThrow().model();
        var ahead = Horizon.weeks(39);

        assertThat(customers(TimeUnit.WEEK).stream()
                        .mapToDouble(customer -> model.expectedPurchases(customer, ahead))
                        .sum())
                .isCloseTo(1653.4094, within(1e-3));
        assertThat(customers(TimeUnit.WEEK).stream()
                        .mapToDouble(customer -> pareto.expectedPurchases(customer, ahead))
                        .sum())
                .isCloseTo(1665.657, within(0.15));
    }

    @Test
    void who_is_still_alive() {
        var model = BgNbd.fit(weeks()).orElseThrow().model();
        var alive = customers(TimeUnit.WEEK).stream()
                .mapToDouble(model::probabilityAlive)
                .toArray();

        assertThat(Arrays.stream(alive).average().orElseThrow()).isCloseTo(0.81344, within(5e-6));
        assertThat(Arrays.stream(alive).filter(p -> p < 0.5).count()).isEqualTo(393);
    }

    @Test
    void another_unit_changes_the_unit_only() {
        var week = BgNbd.fit(weeks()).orElseThrow();
        var day = BgNbd.fit(GroupedSummaries.of(TimeUnit.DAY, customers(TimeUnit.DAY)))
                .orElseThrow();

        assertParameters(day, week.model().in(TimeUnit.DAY).parameters());
        assertThat(day.logLikelihood())
                .isCloseTo(week.logLikelihood() - weeks().totalRepeatPurchases() * Math.log(7), within(1e-6));
        var customer = customers(TimeUnit.WEEK).get(1);
        assertThat(day.model().expectedPurchases(customer, Horizon.weeks(39)))
                .isCloseTo(week.model().expectedPurchases(customer, Horizon.weeks(39)), within(1e-6));
    }
}
