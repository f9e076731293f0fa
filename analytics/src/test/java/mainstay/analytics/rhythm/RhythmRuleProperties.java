package mainstay.analytics.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RhythmRuleProperties {

    private static final RhythmRule RULE = RhythmRule.CUSTOMARY;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Provide
    Arbitrary<PurchaseHistory> histories() {
        return Arbitraries.integers()
                .between(0, 400)
                .set()
                .ofMinSize(2)
                .ofMaxSize(30)
                .map(RhythmRuleProperties::onDays);
    }

    @Property
    void a_customer_is_late_before_it_is_silent(
            @ForAll("histories") PurchaseHistory history,
            @ForAll @Size(max = 8) List<@From("histories") PurchaseHistory> peers) {
        var lateness =
                RULE.lateness(history, START.plusDays(500), RULE.peers(peers)).orElseThrow();
        assertThat(lateness.late().days()).isLessThanOrEqualTo(lateness.silent().days() + 1e-9);
        assertThat(lateness.late().days()).isGreaterThanOrEqualTo(1 - 1e-9);
    }

    @Property
    void the_threshold_lies_between_own_and_peers(
            @ForAll("histories") PurchaseHistory history, @ForAll("histories") PurchaseHistory peer) {
        var late = RULE.lateness(history, START.plusDays(500), RULE.peers(List.of(peer, history)))
                .orElseThrow()
                .late();
        var own = late.own().orElseThrow();
        var peers = late.peers().orElse(own);
        assertThat(late.days()).isBetween(Math.min(own, peers) - 1e-9, Math.max(own, peers) + 1e-9);
    }

    @Property
    void waiting_longer_never_improves_the_verdict(
            @ForAll("histories") PurchaseHistory history, @ForAll @IntRange(max = 600) int days) {
        var today = RULE.lateness(history, history.last().plusDays(days), PeerRhythm.UNKNOWN)
                .orElseThrow();
        var tomorrow = RULE.lateness(history, history.last().plusDays(days + 1), PeerRhythm.UNKNOWN)
                .orElseThrow();
        assertThat(tomorrow.state()).isGreaterThanOrEqualTo(today.state());
        assertThat(tomorrow.ratio()).isGreaterThan(today.ratio());
    }

    private static PurchaseHistory onDays(Set<Integer> days) {
        return PurchaseHistory.of(
                days.stream().map(day -> new Purchase(START.plusDays(day), 1)).toList());
    }
}
