package mainstay.portfolio.profit;

import java.util.List;
import mainstay.portfolio.AccountTotal;
import mainstay.shared.web.Text;

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

    private static int unpriced(List<AccountTotal> totals) {
        return (int) totals.stream().filter(total -> total.profit() == null).count();
    }
}
