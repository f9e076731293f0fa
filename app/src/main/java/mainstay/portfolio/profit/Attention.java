package mainstay.portfolio.profit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mainstay.portfolio.AccountTotal;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// Who gets more of the serving than the goods they buy earn, rebates taken off, and who gets less. Measured in money.
///
/// @param over  served twice as much as their part of the profit on goods, or more; the costliest first
/// @param under served half as much, or less, among those who make four fifths of the profit on goods
public record Attention(List<Share> over, List<Share> under) {
    private static final double TWICE = 2;
    private static final double HALF = 0.5;
    private static final double MOST_OF_IT = 0.8;

    /// Smaller parts look alike with one decimal of a percent.
    private static final double TELLING = 0.01;

    /// A part of all serving against a part of all profit on goods.
    ///
    /// @param served of all cost to serve, as a fraction
    /// @param earned of all profit on goods of those who earn one, as a fraction; 0 or less for who earns none
    public record Share(AccountTotal total, double served, double earned) {
        /// What they are served beyond their part, in ten-thousandths; negative where it is less. Who earns
        /// nothing has no part.
        public long beyond() {
            return served == 0 ? 0 : Math.round(total.toServe() * (1 - Math.max(0, earned) / served));
        }

        /// Why too much goes there, of who makes no loss: in amounts where parts of the whole are too small to tell
        /// anything.
        public Text overReason() {
            return isTellingInParts() ? parts("profit.allocation.overReason") : amounts("profit.allocation.over.much");
        }

        /// Why more could go there.
        public Text underReason() {
            return isTellingInParts()
                    ? parts("profit.allocation.underReason")
                    : amounts("profit.allocation.under.little");
        }

        private boolean isTellingInParts() {
            return Math.min(served, earned) >= TELLING;
        }

        private Text parts(String key) {
            return Text.of(key, Shown.share(served), Shown.share(earned));
        }

        private Text amounts(String key) {
            return Text.of(key, Shown.money(total.toServe()), Shown.money(Math.abs(total.earned())));
        }
    }

    static Attention of(List<AccountTotal> totals) {
        List<AccountTotal> known =
                totals.stream().filter(total -> total.profit() != null).toList();
        double served = known.stream().mapToLong(AccountTotal::toServe).sum();
        double earned =
                known.stream().mapToLong(total -> Math.max(0, total.earned())).sum();
        if (served <= 0 || earned <= 0) {
            return new Attention(List.of(), List.of());
        }
        List<Share> shares = known.stream()
                .map(total -> new Share(total, total.toServe() / served, total.earned() / earned))
                .toList();
        return new Attention(over(shares), under(shares));
    }

    private static List<Share> over(List<Share> shares) {
        return shares.stream()
                .filter(share -> share.served() > 0 && share.served() >= TWICE * share.earned())
                .sorted(Comparator.comparingLong(Share::beyond).reversed())
                .toList();
    }

    private static List<Share> under(List<Share> shares) {
        return carriers(shares)
                .filter(share -> share.served() <= HALF * share.earned())
                .sorted(Comparator.comparingDouble(Share::earned).reversed())
                .toList();
    }

    /// The largest earners until they make four fifths together.
    private static Stream<Share> carriers(List<Share> shares) {
        List<Share> largest = shares.stream()
                .filter(share -> share.earned() > 0)
                .sorted(Comparator.comparingDouble(Share::earned).reversed())
                .toList();
        double sum = 0;
        int count = 0;
        while (count < largest.size() && sum < MOST_OF_IT) {
            sum += largest.get(count++).earned();
        }
        return largest.stream().limit(count);
    }
}
