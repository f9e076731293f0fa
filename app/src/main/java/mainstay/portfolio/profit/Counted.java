package mainstay.portfolio.profit;

import java.util.List;
import mainstay.portfolio.AccountTotal;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Which accounts a page counts, and how many it leaves out.
final class Counted {

    private Counted() {}

    /// All with sales in a period; those whose cost is not known without a profit.
    static Text all(List<AccountTotal> totals) {
        return Text.of("profit.counted.all", totals.size(), unpriced(totals));
    }

    /// Only those whose cost is known.
    ///
    /// @param unit `accounts` or `groups`
    static Text priced(List<AccountTotal> totals, String unit) {
        int without = unpriced(totals);
        return Text.of("profit.counted." + unit, totals.size() - without, without);
    }

    /// Whose rebates are not known, so that their profit is before them; null where all are.
    ///
    /// @param set whether a ladder is in force at all
    static @Nullable Text rebates(List<AccountTotal> totals, boolean set) {
        return set
                ? unknownRebates(totals.stream()
                        .mapToInt(total -> total.served().unknownRebates())
                        .sum())
                : Text.of("profit.rebatesUnset");
    }

    static @Nullable Text unknownRebates(int accounts) {
        return accounts == 0 ? null : Text.of("profit.rebatesUnknown", accounts);
    }

    private static int unpriced(List<AccountTotal> totals) {
        return (int) totals.stream().filter(total -> total.profit() == null).count();
    }
}
