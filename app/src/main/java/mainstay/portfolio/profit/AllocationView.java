package mainstay.portfolio.profit;

import java.util.Map;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Text;

/// What the page of allocation shows.
///
/// @param values what accounts are worth for the years ahead; those nobody can tell are missing
/// @param advice what the loss-makers among them are advised, as everywhere
/// @param none  whether the reader may see no account with sales at all
/// @param counted which accounts are compared
/// @param unset whether nobody has said what serving costs
public record AllocationView(
        Chosen period,
        boolean firm,
        boolean none,
        boolean unset,
        Text counted,
        Attention attention,
        Map<Long, Long> values,
        Map<Long, String> advice) {
    static final int MOST = 20;

    public boolean isEmpty() {
        return attention.over().isEmpty() && attention.under().isEmpty();
    }

    public int most() {
        return MOST;
    }
}
