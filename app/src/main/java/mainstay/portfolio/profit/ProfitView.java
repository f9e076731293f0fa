package mainstay.portfolio.profit;

import java.util.List;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the profit panel of an account shows.
///
/// @param period  null while the ledger is empty
/// @param leads   whether the account leads a group
/// @param grouped whether it is shown together with those under its control
/// @param partOf  how many accounts of the group are counted, where the reader may not see all of it; else 0
/// @param finding what the waterfall says in a sentence
/// @param unset   whether nobody has said what serving costs
/// @param rebates what of its rebates is not known; null where nothing is amiss
public record ProfitView(
        @Nullable Chosen period,
        boolean leads,
        boolean grouped,
        int partOf,
        Waterfall fall,
        Text finding,
        List<Door> doors,
        boolean unset,
        @Nullable Text rebates) {
    static final ProfitView EMPTY =
            new ProfitView(null, false, false, 0, Waterfall.NOTHING, Text.of("profit.none"), List.of(), true, null);

    public boolean isEmpty() {
        return doors.isEmpty();
    }

    public String chart() {
        return at("/chart");
    }

    public String table() {
        return at("/table");
    }

    private String at(String part) {
        return period == null
                ? ""
                : period.address().at(period.address().path() + part).toString();
    }
}
