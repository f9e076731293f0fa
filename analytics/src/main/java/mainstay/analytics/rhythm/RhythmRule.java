package mainstay.analytics.rhythm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import mainstay.analytics.purchase.PurchaseHistory;

/// The own-interval rule: how long a gap may grow before a customer counts as late, and as silent.
///
/// A customer with n finished gaps (days between consecutive purchases) has the own quantile q_own(p),
/// interpolated linearly between order statistics. Its peers' quantile q_peers(p) is the median of the own
/// quantiles of those peers that have enough gaps, so that busy peers do not outvote the others. The
/// threshold is q(p) = w·q_own(p) + (1 − w)·q_peers(p) with w = n / (n + k): with k gaps of its own a
/// customer counts half. Without gaps w = 0, without peers w = 1. The customer is late after q(p₁) days and
/// silent after q(p₂) days. The running gap is not among the finished ones, it is what is judged.
///
/// Levels and weight are rules of thumb and belong to the firm's settings.
///
/// Source: own-interval rules of practice; the quantiles are type 7 of R. J. Hyndman and Y. Fan, "Sample
/// Quantiles in Statistical Packages", The American Statistician 50, 1996; the weight is that of H.
/// Bühlmann, "Experience Rating and Credibility", ASTIN Bulletin 4, 1967.
///
/// @param lateLevel p₁: the level of the gap after which a customer is late, above 0 and below `silentLevel`
/// @param silentLevel p₂: the level of the gap after which a customer is silent, up to 1
/// @param peerWeight k: the number of own gaps that weigh as much as the peers, above 0
/// @param peerGaps the number of gaps a peer needs to be counted, 1 or more
public record RhythmRule(double lateLevel, double silentLevel, double peerWeight, int peerGaps) {

    /// Late after 80 % of the usual gaps, silent after 95 %; peers weigh as much as four gaps and need three
    /// of their own.
    public static final RhythmRule CUSTOMARY = new RhythmRule(0.80, 0.95, 4, 3);

    /// Checks the settings.
    ///
    /// @throws IllegalArgumentException unless 0 < p₁ < p₂ ≤ 1, 0 < k < ∞ and at least one gap is asked of a peer
    public RhythmRule {
        if (!(0 < lateLevel && lateLevel < silentLevel && silentLevel <= 1)) {
            throw new IllegalArgumentException(
                    "levels need 0 < late < silent <= 1, not " + lateLevel + " and " + silentLevel);
        }
        if (!(peerWeight > 0 && peerWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("peer weight " + peerWeight + " is not a positive number");
        }
        if (peerGaps < 1) {
            throw new IllegalArgumentException("gaps asked of a peer " + peerGaps + " are below 1");
        }
    }

    /// The rhythm of a peer group under this rule, to be computed once for all its members.
    ///
    /// @param histories the group's purchases up to the day of the analysis, the customer's own included or not
    public PeerRhythm peers(Collection<PurchaseHistory> histories) {
        var gaps = histories.stream()
                .map(RhythmRule::sortedGaps)
                .filter(sorted -> sorted.length >= peerGaps)
                .toList();
        return new PeerRhythm(gaps.size(), median(gaps, lateLevel), median(gaps, silentLevel));
    }

    /// How late a customer is at the end of a day.
    ///
    /// @param asOf day of the analysis; later purchases are ignored
    /// @param peers the rhythm of similar customers under this rule, or [PeerRhythm#UNKNOWN]
    /// @return empty where the first purchase came later, or where neither the customer nor its peers have a gap
    public Optional<Lateness> lateness(PurchaseHistory history, LocalDate asOf, PeerRhythm peers) {
        return history.until(asOf).flatMap(known -> {
            var gaps = sortedGaps(known);
            var current = Math.toIntExact(ChronoUnit.DAYS.between(known.last(), asOf));
            return threshold(gaps, lateLevel, peers.lateAfter())
                    .flatMap(late -> threshold(gaps, silentLevel, peers.silentAfter())
                            .map(silent -> new Lateness(current, late, silent)));
        });
    }

    private Optional<GapThreshold> threshold(double[] gaps, double level, OptionalDouble peers) {
        if (gaps.length == 0 && peers.isEmpty()) {
            return Optional.empty();
        }
        var own = quantile(gaps, level);
        var weight = peers.isEmpty() ? 1 : gaps.length / (gaps.length + peerWeight);
        var days = weight * own.orElse(0) + (1 - weight) * peers.orElse(0);
        return Optional.of(new GapThreshold(level, gaps.length, own, peers, weight, days));
    }

    private static OptionalDouble median(Collection<double[]> gaps, double level) {
        return quantile(
                gaps.stream()
                        .mapToDouble(sorted -> EmpiricalQuantile.of(sorted, level))
                        .sorted()
                        .toArray(),
                0.5);
    }

    private static OptionalDouble quantile(double[] ascending, double level) {
        return ascending.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(EmpiricalQuantile.of(ascending, level));
    }

    private static double[] sortedGaps(PurchaseHistory history) {
        return Arrays.stream(history.gaps()).asDoubleStream().sorted().toArray();
    }
}
