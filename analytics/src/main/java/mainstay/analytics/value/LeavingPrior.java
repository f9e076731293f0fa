package mainstay.analytics.value;

import java.util.Arrays;
import java.util.Collection;

/// What is believed of a customer's chance of leaving after a purchase before its own history is looked at:
/// Beta(1, b), of mean 1 / (1 + b).
///
/// b is learnt from all customers of a base by maximum likelihood. One with n gaps has come back at least
/// four times, or it would not be judged, and it is then either silent with probability S or gone:
///
///     L(b) = Π (b + 4) / (b + n + 1) · (S + 1 / (b + n))
///
/// Where nobody leaves b grows without end; it stays at 1 plus the gaps of all customers, as if the next one
/// left. It is at least 1, for customers who hardly ever come back are not judged by their own history at
/// all.
///
/// Source: empirical Bayes after H. Robbins, "An Empirical Bayes Approach to Statistics", Proceedings of the
/// Third Berkeley Symposium, 1956.
///
/// @param returns b, 1 or more: in a customer's own history b returns count like n
public record LeavingPrior(double returns) {

    /// Nothing is known: any chance of leaving is as likely as any other.
    public static final LeavingPrior UNIFORM = new LeavingPrior(1);

    private static final int STEPS = 40;
    private static final int SECTIONS = 20;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException if b is below 1 or not finite
    public LeavingPrior {
        if (!(returns >= 1 && returns < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("returns " + returns + " are not a number from 1 on");
        }
    }

    /// What a base of customers teaches; [#UNIFORM] without any.
    public static LeavingPrior of(Collection<OwnHistory> customers) {
        var seen = new Seen(customers);
        var most = Math.log1p(Arrays.stream(seen.gaps).sum());
        var best = 0.0;
        var highest = seen.likelihood(best);
        for (var i = 1; i <= STEPS; i++) {
            var height = seen.likelihood(most * i / STEPS);
            if (height > highest) {
                highest = height;
                best = most * i / STEPS;
            }
        }
        var peak = seen.peak(Math.max(0, best - most / STEPS), Math.min(most, best + most / STEPS));
        return new LeavingPrior(Math.max(1, Math.exp(peak)));
    }

    /// The customers of a base.
    private static final class Seen {
        /// n of each.
        private final double[] gaps;

        /// S of each.
        private final double[] silence;

        Seen(Collection<OwnHistory> customers) {
            gaps = customers.stream().mapToDouble(OwnHistory::gaps).toArray();
            silence =
                    customers.stream().mapToDouble(OwnHistory::silenceOfAStayer).toArray();
        }

        /// ln L at ln b.
        double likelihood(double logarithm) {
            var b = Math.exp(logarithm);
            var sum = 0.0;
            for (var i = 0; i < gaps.length; i++) {
                var stays = b + gaps[i];
                sum += Math.log((b + OwnHistory.FEWEST_GAPS) / (stays + 1) * (silence[i] + 1 / stays));
            }
            return sum;
        }

        /// The ln b of the highest likelihood between two, by golden sections.
        double peak(double from, double to) {
            var low = from;
            var high = to;
            for (var i = 0; i < SECTIONS; i++) {
                var left = high - GOLDEN * (high - low);
                var right = low + GOLDEN * (high - low);
                if (likelihood(left) > likelihood(right)) {
                    high = right;
                } else {
                    low = left;
                }
            }
            return (low + high) / 2;
        }
    }
}
