package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.rhythm.Lateness;
import mainstay.analytics.rhythm.PeerRhythm;
import mainstay.analytics.rhythm.RateChange;
import mainstay.analytics.rhythm.RhythmRule;
import org.jspecify.annotations.Nullable;

/// What of an account's own behaviour says that it is about to leave.
///
/// @param lateness null where neither it nor its peers have a gap
/// @param rate     null where it has not bought for half a year before the last twelve months
record Signs(@Nullable Lateness lateness, @Nullable RateChange rate) {
    private static final double SIGNIFICANT = 0.05;
    private static final int SHORTEST = 182;

    static PeerRhythm peers(List<Buyer> buyers) {
        return RhythmRule.CUSTOMARY.peers(buyers.stream().map(Buyer::history).toList());
    }

    static Signs of(Buyer buyer, LocalDate asOf, PeerRhythm peers) {
        PurchaseHistory history = buyer.history();
        RateChange change = RateChange.ofTwelveMonths(history, asOf);
        return new Signs(
                RhythmRule.CUSTOMARY.lateness(history, asOf, peers).orElse(null),
                change.daysBefore() >= SHORTEST ? change : null);
    }

    boolean falls() {
        return rate != null && rate.isFalling(SIGNIFICANT);
    }

    boolean isLate() {
        return lateness != null && lateness.state() != Lateness.State.ON_TIME;
    }

    @Nullable
    String state() {
        if (lateness == null) {
            return null;
        }
        Lateness.State state = lateness.state();
        return state == Lateness.State.ON_TIME ? "onTime" : state.name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Double ratio() {
        return rate == null || rate.ratio().isEmpty()
                ? null
                : (Double) rate.ratio().getAsDouble();
    }
}
