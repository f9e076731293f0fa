package mainstay.accounts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an account stands in its group today.
///
/// @param unseen whether the account stands under one that the reader may not see
/// @param above from the top down to the parent
/// @param below everything beneath, each with its depth below the account
/// @param more  whether there are more beneath than shown
public record GroupTree(boolean unseen, List<Place> above, List<Place> below, boolean more) {

    /// One account of the tree.
    ///
    /// @param holding what the one above holds of it, in percent; null: unknown
    public record Place(
            String code, String name, int depth, @Nullable BigDecimal holding) {

        public boolean isControlled() {
            return holding == null || holding.compareTo(BigDecimal.valueOf(50)) > 0;
        }
    }

    public boolean isAlone() {
        return above.isEmpty() && below.isEmpty();
    }

    /// As many as fit beside other things on a page.
    public List<Place> firstBelow() {
        return below.subList(0, Math.min(below.size(), GroupFold.FIRST));
    }
}
