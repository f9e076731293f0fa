package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import mainstay.analytics.Cdnow;
import mainstay.analytics.OnlineRetail;
import mainstay.analytics.purchase.CalibrationSplit;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.PurchaseLog;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// CDNOW calibrated for 39 weeks and tried on the next 39.
///
/// Source: BTYD 2.4, walkthrough 3.4 and 4.4; sums by lifetimes 0.11.3.
class TrackingTests {

    private static final LocalDate CALIBRATION = LocalDate.of(1997, 9, 30);
    private static final LocalDate END = LocalDate.of(1998, 6, 30);

    private static List<PurchaseHistory> cdnow() {
        return List.copyOf(Cdnow.sample().histories().values());
    }

    private static List<CalibrationSplit> splits(
            PurchaseLog<String> log, LocalDate calibration, LocalDate end, TimeUnit unit) {
        return log.histories().values().stream()
                .flatMap(history -> history.split(calibration, end, unit).stream())
                .toList();
    }

    private static GroupedSummaries calibration(List<CalibrationSplit> splits, TimeUnit unit) {
        return GroupedSummaries.of(
                unit, splits.stream().map(CalibrationSplit::calibration).toList());
    }

    @Test
    void bg_nbd_week_by_week() {
        var splits = splits(Cdnow.sample(), CALIBRATION, END, TimeUnit.WEEK);
        var model = BgNbd.fit(calibration(splits, TimeUnit.WEEK)).orElseThrow().model();
        var weeks = Tracking.of(model, cdnow(), LocalDate.of(1997, 1, 7), 7, 26);
        // BTYD counts the first customers' first week from their first purchase, so it is a day ahead of the calendar
        var later = Tracking.of(model, cdnow(), LocalDate.of(1997, 1, 8), 7, 26);
        var expected = new double[] {1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6};
        var each = new double[] {76.86531, 74.88843, 73.04554, 71.32166, 69.70412, 68.18213};
        var actual = new int[] {1359, 1414, 1484, 1517, 1573, 1672};

        for (var i = 0; i < expected.length; i++) {
            var week = weeks.get(19 + i);
            assertThat(week.actual()).as("actual to " + week.end()).isEqualTo(actual[i]);
            var ahead = later.get(19 + i);
            assertThat(ahead.expected()).as("expected to " + ahead.end()).isCloseTo(expected[i], within(0.05));
            assertThat(ahead.expectedInStep()).isCloseTo(each[i], within(0.002));
        }
        assertThat(weeks.subList(19, 25).stream()
                        .mapToLong(Tracking.Step::actualInStep)
                        .toArray())
                .containsExactly(73, 55, 70, 33, 56, 99);
        assertThatIllegalArgumentException().isThrownBy(() -> Tracking.of(model, cdnow(), END, 0, 1));
    }

    @Test
    void pareto_nbd_week_by_week() {
        var model = ParetoNbd.fit(calibration(splits(Cdnow.sample(), CALIBRATION, END, TimeUnit.WEEK), TimeUnit.WEEK))
                .orElseThrow()
                .model();
        var weeks = Tracking.of(model, cdnow(), LocalDate.of(1997, 1, 8), 7, 26);
        var expected = new double[] {1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253};

        for (var i = 0; i < expected.length; i++) {
            assertThat(weeks.get(19 + i).expected()).isCloseTo(expected[i], within(0.1));
        }
    }

    @Test
    void nothing_is_expected_before_the_first_purchase() {
        var model = new Nbd(1, 2, TimeUnit.DAY);
        var steps = Tracking.of(model, cdnow(), LocalDate.of(1996, 12, 31), 1, 2);

        assertThat(steps.getFirst().expected()).isZero();
        assertThat(steps.getLast().expected()).isZero();
        assertThat(steps.getLast().actual()).isZero();
    }

    @Test
    void the_holdout_by_frequency() {
        var splits = splits(Cdnow.sample(), CALIBRATION, END, TimeUnit.WEEK);
        var groups = calibration(splits, TimeUnit.WEEK);
        var bg = Holdout.of(BgNbd.fit(groups).orElseThrow().model(), splits, 7);
        var pareto = Holdout.of(ParetoNbd.fit(groups).orElseThrow().model(), splits, 7);

        assertThat(bg.customers()).isEqualTo(2357);
        assertThat(bg.actual()).isEqualTo(1882);
        assertThat(bg.expected()).isCloseTo(1653.4094, within(1e-3));
        assertThat(bg.meanAbsoluteError()).isCloseTo(0.785454, within(1e-5));
        assertThat(bg.byFrequency().stream().mapToInt(Holdout.Bin::customers).toArray())
                .containsExactly(1411, 439, 214, 100, 62, 38, 29, 64);
        assertThat(bg.byFrequency().stream()
                        .mapToDouble(Holdout.Bin::meanActual)
                        .toArray())
                .containsExactly(
                        new double[] {.2367, .6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594}, within(5e-5));
        assertThat(bg.byFrequency().stream()
                        .mapToDouble(Holdout.Bin::meanExpected)
                        .toArray())
                .containsExactly(
                        new double[] {.2251, .5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.5040, 6.1570}, within(2e-4));
        assertThat(pareto.byFrequency().stream()
                        .mapToDouble(Holdout.Bin::meanExpected)
                        .toArray())
                .containsExactly(
                        new double[] {.1385, .5995, 1.1960, 1.7140, 2.3985, 2.9074, 3.8189, 6.4035}, within(5e-4));
    }

    @Test
    void online_retail_over_its_second_half() {
        var splits = splits(
                OnlineRetail.ledger().purchases(), LocalDate.of(2011, 6, 30), LocalDate.of(2011, 12, 9), TimeUnit.DAY);
        var model = BgNbd.fit(calibration(splits, TimeUnit.DAY))
                .estimate()
                .orElseThrow()
                .model();
        var holdout = Holdout.of(model, splits, 3);

        assertThat(holdout.customers()).isEqualTo(2960);
        assertThat(holdout.actual()).isEqualTo(6426);
        assertThat(holdout.expected()).isCloseTo(5634.79, within(1.0));
        assertThat(holdout.meanAbsoluteError()).isCloseTo(1.366541, within(1e-3));
        assertThat(holdout.rootMeanSquareError()).isCloseTo(2.215439, within(1e-3));
    }

    @Test
    void nobody_is_held_out() {
        var holdout = Holdout.of(new Nbd(1, 2, TimeUnit.DAY), List.of(), 0);

        assertThat(holdout.customers()).isZero();
        assertThat(holdout.meanAbsoluteError()).isZero();
        assertThat(holdout.byFrequency()).containsExactly(new Holdout.Bin(0, 0, 0, 0));
    }
}
