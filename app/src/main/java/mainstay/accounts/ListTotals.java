package mainstay.accounts;

import java.util.List;
import mainstay.accounts.AccountColumn.Cell;

/// What the accounts behind a filter add up to.
public record ListTotals(long accounts, List<Total> totals) {

    /// The sum of one column.
    ///
    /// @param sum     of what is known; unknown where nothing is
    /// @param unknown accounts without a figure
    public record Total(ListColumn column, Cell sum, long unknown) {}

    public long pages() {
        return Math.max(1, Math.ceilDiv(accounts, AccountListController.ON_A_PAGE));
    }
}
