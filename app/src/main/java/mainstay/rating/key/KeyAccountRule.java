package mainstay.rating.key;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The key-account rule over all accounts (or all groups, or the accounts of one region) of a day.
public final class KeyAccountRule {
    private static final Comparator<KeyCandidate> BY_REVENUE =
            Comparator.comparingLong(KeyCandidate::revenue).reversed().thenComparingLong(KeyCandidate::account);

    private final KeyLimits limits;

    public KeyAccountRule(KeyLimits limits) {
        this.limits = limits;
    }

    /// Verdicts by revenue, the largest first.
    public List<KeyVerdict> judge(List<KeyCandidate> candidates) {
        List<KeyCandidate> byRevenue = candidates.stream().sorted(BY_REVENUE).toList();
        Inside inside = Inside.of(byRevenue, limits);
        List<KeyVerdict> verdicts = new ArrayList<>(byRevenue.size());
        long running = 0;
        for (int i = 0; i < byRevenue.size(); i++) {
            running += byRevenue.get(i).revenue();
            verdicts.add(judge(byRevenue.get(i), i + 1, running, inside));
        }
        return List.copyOf(verdicts);
    }

    private KeyVerdict judge(KeyCandidate candidate, int rank, long running, Inside inside) {
        Leg share = inside.share(candidate.revenue(), rank);
        Leg credit = reaches(candidate.paymentHealth(), limits.credit());
        Leg philosophy = reaches(candidate.philosophy(), limits.philosophy());
        return new KeyVerdict(
                candidate,
                status(candidate, share, credit, philosophy, inside),
                share,
                credit,
                philosophy,
                rank,
                inside.fraction(candidate.revenue()),
                inside.fraction(running));
    }

    private static KeyStatus status(KeyCandidate candidate, Leg share, Leg credit, Leg philosophy, Inside inside) {
        long failing =
                Stream.of(share, credit, philosophy).filter(Leg.FAIL::equals).count();
        if (share == Leg.PASS && failing == 0) {
            return credit == Leg.PASS && philosophy == Leg.PASS ? KeyStatus.KEY : KeyStatus.PROVISIONAL;
        }
        if (failing != 1) {
            return KeyStatus.NONE;
        }
        if (share != Leg.FAIL) {
            return KeyStatus.NEAR_MISS;
        }
        if (inside.expectedToEnter(candidate)) {
            return KeyStatus.POTENTIAL;
        }
        return inside.near(candidate.revenue()) ? KeyStatus.NEAR_MISS : KeyStatus.NONE;
    }

    private static Leg reaches(@Nullable Double figure, double gate) {
        if (figure == null) {
            return Leg.OPEN;
        }
        return figure >= gate ? Leg.PASS : Leg.FAIL;
    }

    /// The accounts inside the share leg: how many, from which revenue on, of which total.
    private record Inside(long total, int places, long smallest, KeyLimits limits) {

        static Inside of(List<KeyCandidate> byRevenue, KeyLimits limits) {
            long total = byRevenue.stream().mapToLong(KeyCandidate::revenue).sum();
            BigDecimal wanted = limits.cumulative().multiply(BigDecimal.valueOf(total));
            int places = 0;
            long running = 0;
            while (places < byRevenue.size()
                    && places < limits.most()
                    && BigDecimal.valueOf(running).compareTo(wanted) < 0) {
                running += byRevenue.get(places++).revenue();
            }
            long smallest = places == 0 ? 0 : byRevenue.get(places - 1).revenue();
            return new Inside(total, places, smallest, limits);
        }

        Leg share(long revenue, int rank) {
            if (total <= 0) {
                return Leg.OPEN;
            }
            return rank <= places && atLeast(revenue, total, limits.minimum()) ? Leg.PASS : Leg.FAIL;
        }

        boolean near(long revenue) {
            return atLeast(revenue, total, limits.minimum().multiply(limits.near()));
        }

        /// Would the expected revenue, in the place of today's, pass the share leg?
        boolean expectedToEnter(KeyCandidate candidate) {
            Long expected = candidate.expected();
            return expected != null
                    && expected > candidate.revenue()
                    && expected >= smallest
                    && atLeast(expected, total - candidate.revenue() + expected, limits.minimum());
        }

        @Nullable
        Double fraction(long part) {
            return total <= 0 ? null : (double) part / total;
        }

        private static boolean atLeast(long part, long whole, BigDecimal share) {
            return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) >= 0;
        }
    }
}
