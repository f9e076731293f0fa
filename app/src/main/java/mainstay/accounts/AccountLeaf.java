package mainstay.accounts;

import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountColumn.Cell;
import org.jspecify.annotations.Nullable;

/// A page of the list.
///
/// @param next id after which the next page begins; null where this is the last
public record AccountLeaf(
        List<ListColumn> columns, List<Row> rows, @Nullable Long next) {

    public boolean shows(String column) {
        return columns.stream().anyMatch(shown -> shown.key().equals(column));
    }

    /// One account with its figures, by the key of their column.
    ///
    /// @param formerly the name of before that was searched for; null where it was not that
    public record Row(
            AccountCard account,
            Map<String, Cell> figures,
            @Nullable String formerly) {

        public @Nullable Cell cell(ListColumn column) {
            return OwnColumn.of(column.key()).map(own -> own.of(account)).orElseGet(() -> figures.get(column.key()));
        }
    }
}
