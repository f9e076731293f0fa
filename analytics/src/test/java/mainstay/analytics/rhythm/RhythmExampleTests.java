package mainstay.analytics.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Quantiles, thresholds, rates and breadth by hand and by simulation.
class RhythmExampleTests {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static PurchaseHistory withGaps(int... gaps) {
        var purchases = new ArrayList<Purchase>();
        var day = START;
        purchases.add(new Purchase(day, 1));
        for (var gap : gaps) {
            day = day.plusDays(gap);
            purchases.add(new Purchase(day, 1));
        }
        return PurchaseHistory.of(purchases);
    }

    /// R: quantile(c(3, 5, 7, 8, 9, 11, 13, 15), p), type 7.
    @ParameterizedTest
    @CsvSource({"0, 3", "0.1, 4.4", "0.25, 6.5", "0.5, 8.5", "0.8, 12.2", "0.95, 14.3", "1, 15"})
    void quantiles_as_r_computes_them(double level, double quantile) {
        assertThat(EmpiricalQuantile.of(new double[] {3, 5, 7, 8, 9, 11, 13, 15}, level))
                .isCloseTo(quantile, within(1e-12));
        assertThat(EmpiricalQuantile.of(new double[] {6}, level)).isEqualTo(6);
    }

    /// Gaps 4, 4, 4, 12: own 80 % quantile 7.2; with two gaps' worth of peers at 10 the own weight is 2/3.
    @Test
    void thresholds_by_hand() {
        var rule = new RhythmRule(0.8, 1, 2, 1);
        var peers = new PeerRhythm(5, OptionalDouble.of(10), OptionalDouble.of(20));
        var history = withGaps(4, 4, 4, 12);
        var lateness = rule.lateness(history, history.last().plusDays(9), peers).orElseThrow();

        assertThat(lateness.late())
                .isEqualTo(new GapThreshold(
                        0.8,
                        4,
                        OptionalDouble.of(lateness.late().own().orElseThrow()),
                        OptionalDouble.of(10),
                        4 / 6.0,
                        lateness.late().days()));
        assertThat(lateness.late().own().orElseThrow()).isCloseTo(7.2, within(1e-12));
        assertThat(lateness.late().days()).isCloseTo(7.2 * 2 / 3 + 10 / 3.0, within(1e-12));
        assertThat(lateness.silent().days()).isCloseTo(12 * 2 / 3.0 + 20 / 3.0, within(1e-12));
        assertThat(lateness.state()).isEqualTo(Lateness.State.LATE);
        assertThat(lateness.ratio()).isCloseTo(9 / (7.2 * 2 / 3 + 10 / 3.0), within(1e-12));
    }

    @Test
    void a_gap_equal_to_a_threshold_has_not_passed_it() {
        var rule = new RhythmRule(0.5, 1, 1, 1);
        var history = withGaps(10, 10, 10, 30);

        assertThat(after(rule, history, 10).state()).isEqualTo(Lateness.State.ON_TIME);
        assertThat(after(rule, history, 11).state()).isEqualTo(Lateness.State.LATE);
        assertThat(after(rule, history, 30).state()).isEqualTo(Lateness.State.LATE);
        assertThat(after(rule, history, 31).state()).isEqualTo(Lateness.State.SILENT);
        assertThat(after(rule, history, 31).explain())
                .startsWith("silent: 31 days")
                .contains("peers unknown");
        assertThat(after(rule, history, 3).explain()).startsWith("on time: 3 days");
    }

    private static Lateness after(RhythmRule rule, PurchaseHistory history, int days) {
        return rule.lateness(history, history.last().plusDays(days), PeerRhythm.UNKNOWN)
                .orElseThrow();
    }

    /// The more gaps of its own, the less a customer is judged by others.
    @Test
    void own_gaps_outweigh_peers_in_time() {
        var peers = new PeerRhythm(9, OptionalDouble.of(100), OptionalDouble.of(200));
        var before = 100.0;
        for (var n = 0; n < 40; n++) {
            var gaps = new int[n];
            Arrays.fill(gaps, 10);
            var history = withGaps(gaps);
            var late = RhythmRule.CUSTOMARY
                    .lateness(history, history.last(), peers)
                    .orElseThrow()
                    .late();
            assertThat(late.ownWeight()).isCloseTo(n / (n + 4.0), within(1e-12));
            assertThat(late.days()).isLessThanOrEqualTo(before);
            before = late.days();
        }
        assertThat(before).isBetween(10.0, 20.0);
    }

    /// The median of the peers' own quantiles: 10, 20, 60.
    @Test
    void one_slow_peer_does_not_move_the_group() {
        var rule = new RhythmRule(0.8, 0.95, 4, 2);
        var peers = rule.peers(List.of(withGaps(10, 10), withGaps(20, 20, 20), withGaps(60, 60), withGaps(500)));

        assertThat(peers).isEqualTo(new PeerRhythm(3, OptionalDouble.of(20), OptionalDouble.of(20)));
        assertThat(rule.peers(List.of(withGaps(10, 10), withGaps(20, 20))).lateAfter())
                .hasValue(15);
    }

    /// Equal rates in two years: the test cries wolf no more often than it says, at counts of any size.
    @ParameterizedTest
    @CsvSource({"3", "10", "30"})
    void a_steady_customer_is_seldom_called_falling(double yearly) {
        var random = new Random(5);
        var alarms = 0;
        for (var i = 0; i < 4000; i++) {
            alarms +=
                    new RateChange(poisson(random, yearly), 365, poisson(random, yearly), 365).isFalling(0.05) ? 1 : 0;
        }
        assertThat(alarms / 4000.0).isLessThan(0.06);
    }

    @Test
    void a_customer_who_buys_a_third_as_often_is_mostly_noticed() {
        var random = new Random(6);
        var alarms = 0;
        for (var i = 0; i < 1000; i++) {
            alarms += new RateChange(poisson(random, 24), 365, poisson(random, 8), 365).isFalling(0.05) ? 1 : 0;
        }
        assertThat(alarms / 1000.0).isGreaterThan(0.8);
    }

    private static int poisson(Random random, double mean) {
        var count = 0;
        for (var time = -Math.log1p(-random.nextDouble()); time < mean; time -= Math.log1p(-random.nextDouble())) {
            count++;
        }
        return count;
    }

    /// The first day of the twelve months belongs to them, the last one of those before to these.
    @Test
    void days_at_the_edges_of_twelve_months() {
        var asOf = LocalDate.of(2025, 6, 30);
        var purchases = new ArrayList<Purchase>();
        for (var day : List.of("2023-06-30", "2023-07-01", "2024-06-30", "2024-07-01", "2025-06-30", "2025-07-01")) {
            purchases.add(new Purchase(LocalDate.parse(day), 1));
        }
        var change = RateChange.ofTwelveMonths(PurchaseHistory.of(purchases), asOf);

        assertThat(change).isEqualTo(new RateChange(2, 366, 2, 365));
    }

    @Test
    void significance_is_included() {
        var change = new RateChange(5, 365, 0, 365);

        assertThat(change.isFalling(1 / 32.0)).isTrue();
        assertThat(change.isFalling(1 / 32.0 - 1e-9)).isFalse();
    }

    /// Four equal categories count four, halves of one count two, and nearly all in one little more than one.
    @Test
    void effective_numbers_of_categories() {
        var even = Breadth.between(Map.of("a", 5.0, "b", 5.0, "c", 5.0, "d", 5.0), Map.of("a", 97.0, "b", 3.0));

        assertThat(even.effectiveBefore()).isCloseTo(4, within(1e-12));
        assertThat(even.effectiveAfter()).isCloseTo(1 / (0.97 * 0.97 + 0.03 * 0.03), within(1e-12));
        assertThat(even.kept()).isEqualTo(2);
        assertThat(even.lostShare().orElseThrow()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void more_categories_than_before_are_no_narrowing() {
        var wider = Breadth.between(Map.of("a", 5.0), Map.of("a", 5.0, "c", 1.0, "b", 1.0));

        assertThat(wider.gained()).containsExactly("b", "c");
        assertThat(wider.lost()).isEmpty();
        assertThat(wider.isNarrowing()).isFalse();
        assertThat(wider.lostShare()).hasValue(0);
        assertThat(Breadth.between(Map.of(), Map.of("a", 1.0)).lostShare()).isEmpty();
    }

    @Test
    void a_comparison_of_breadth_does_not_change_afterwards() {
        var lost = new ArrayList<>(List.of("glue"));
        var breadth = new Breadth(lost, List.of(), 1, 2, 1, 5, 10);
        lost.add("tape");
        var before = new HashMap<>(Map.of("glue", 5.0));
        var compared = Breadth.between(before, Map.of());
        before.clear();

        assertThat(breadth.lost()).containsExactly("glue");
        assertThat(compared.lost()).containsExactly("glue");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> compared.lost().add("nails"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> compared.gained().add("nails"));
    }
}
