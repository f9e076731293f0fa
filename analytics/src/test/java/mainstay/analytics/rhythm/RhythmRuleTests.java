package mainstay.analytics.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

class RhythmRuleTests {

    private static final RhythmRule RULE = RhythmRule.CUSTOMARY;
    private static final PeerRhythm PEERS = new PeerRhythm(12, OptionalDouble.of(30), OptionalDouble.of(45));

    /// Gaps 10, 12, 14, 16, 18, 20 days: the worked example of the definition page.
    private final PurchaseHistory regular = withGaps(14, 10, 20, 12, 18, 16);

    @Test
    void the_threshold_lies_between_own_and_peers_quantile() {
        // own 80 % quantile 18, 95 % quantile 19.5; six gaps against a peer weight of four: own weight 0.6
        var lateness = after(regular, 20, PEERS);
        assertThat(lateness.late().own()).hasValue(18);
        assertThat(lateness.late().ownWeight()).isEqualTo(0.6);
        assertThat(lateness.late().days()).isCloseTo(22.8, within(1e-12));
        assertThat(lateness.silent().days()).isCloseTo(29.7, within(1e-12));
    }

    @Test
    void a_customer_is_late_when_the_gap_has_passed_its_threshold() {
        assertThat(after(regular, 22, PEERS).state()).isEqualTo(Lateness.State.ON_TIME);
        assertThat(after(regular, 23, PEERS).state()).isEqualTo(Lateness.State.LATE);
        assertThat(after(regular, 29, PEERS).state()).isEqualTo(Lateness.State.LATE);
        assertThat(after(regular, 30, PEERS).state()).isEqualTo(Lateness.State.SILENT);
        assertThat(after(regular, 57, PEERS).ratio()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void the_verdict_explains_itself() {
        assertThat(after(regular, 23, PEERS).explain())
                .isEqualTo("late: 23 days since the last purchase are 1.01 times the late threshold of 22.8 days. "
                        + "The threshold is the 80 % quantile of gaps: own 18.0 days from 6 gaps, peers 30.0 days, "
                        + "own weight 60 %. Silent after 29.7 days.");
    }

    @Test
    void a_newcomer_is_judged_by_its_peers() {
        var lateness = after(withGaps(), 31, PEERS);
        assertThat(lateness.state()).isEqualTo(Lateness.State.LATE);
        assertThat(lateness.late().own()).isEmpty();
        assertThat(lateness.late().ownWeight()).isZero();
        assertThat(lateness.late().days()).isEqualTo(30);
    }

    @Test
    void without_peers_the_own_gaps_decide() {
        var lateness = after(regular, 19, PeerRhythm.UNKNOWN);
        assertThat(lateness.late().days()).isEqualTo(18);
        assertThat(lateness.state()).isEqualTo(Lateness.State.LATE);
        assertThat(lateness.explain()).contains("peers unknown, own weight 100 %");
    }

    @Test
    void without_any_gap_nobody_can_say() {
        var once = withGaps();
        assertThat(RULE.lateness(once, once.last().plusDays(500), PeerRhythm.UNKNOWN))
                .isEmpty();
        assertThat(RULE.lateness(once, once.first().minusDays(1), PEERS)).isEmpty();
    }

    @Test
    void purchases_after_the_day_of_analysis_are_ignored() {
        var asOf = regular.days().get(2).date().plusDays(3);
        var lateness = RULE.lateness(regular, asOf, PeerRhythm.UNKNOWN).orElseThrow();
        assertThat(lateness.currentGap()).isEqualTo(3);
        assertThat(lateness.late().ownGaps()).isEqualTo(2);
    }

    @Test
    void peers_count_once_each_and_only_with_enough_gaps() {
        var busy = withGaps(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        var peers = RULE.peers(List.of(busy, withGaps(20, 20, 20), withGaps(50, 50, 50), withGaps(400)));
        assertThat(peers).isEqualTo(new PeerRhythm(3, OptionalDouble.of(20), OptionalDouble.of(20)));
        assertThat(RULE.peers(List.of())).isEqualTo(PeerRhythm.UNKNOWN);
    }

    @Test
    void settings_out_of_order_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RhythmRule(0.9, 0.8, 4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RhythmRule(0.8, 1.1, 4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RhythmRule(0.8, 0.9, 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RhythmRule(0.8, 0.9, 4, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeerRhythm(1, OptionalDouble.of(5), OptionalDouble.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeerRhythm(1, OptionalDouble.of(5), OptionalDouble.of(4)));
    }

    private static Lateness after(PurchaseHistory history, int days, PeerRhythm peers) {
        return RULE.lateness(history, history.last().plusDays(days), peers).orElseThrow();
    }

    private static PurchaseHistory withGaps(int... gaps) {
        var purchases = new ArrayList<Purchase>();
        var day = LocalDate.of(2025, 1, 1);
        purchases.add(new Purchase(day, 1));
        for (var gap : gaps) {
            day = day.plusDays(gap);
            purchases.add(new Purchase(day, 1));
        }
        return PurchaseHistory.of(purchases);
    }
}
