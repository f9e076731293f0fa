package mainstay.portfolio;

import java.util.List;
import mainstay.portfolio.drill.AccountSales;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import org.jspecify.annotations.Nullable;

/// What the business panel of an account shows.
///
/// @param period  null while the ledger is empty
/// @param grouped whether the account is shown together with those under its control
/// @param group   standing of the group that the account leads; null where it leads none that the reader may see
/// @param sales   of the period
/// @param place   how the account stands among all, over the twelve months up to the last day with data
public record BusinessView(
        @Nullable Chosen period,
        boolean grouped,
        @Nullable Standing group,
        @Nullable AccountSales sales,
        List<Door> place) {
    static final BusinessView EMPTY = new BusinessView(null, false, null, null, List.of());

    public boolean leadsGroup() {
        return group != null;
    }

    public boolean isEmpty() {
        return sales == null || (sales.isEmpty() && place.isEmpty());
    }
}
