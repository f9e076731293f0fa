package mainstay.team.duty;

import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// Accounts down, fields of work across, and in each cell who is accountable.
///
/// @param page from 1
/// @param more whether there is a next page
public record CoverageMap(List<Field> fields, List<Row> rows, int page, boolean more) {

    /// An account.
    ///
    /// @param cells by number of the field; none where nobody is accountable
    public record Row(long accountId, String code, String name, int stars, Map<Integer, Cell> cells) {

        public String path() {
            return AccountCard.pathOf(code) + "/team";
        }

        public @Nullable Cell at(Field field) {
            return cells.get(field.id());
        }

        public boolean asksFor(Field field) {
            return field.fromStars() <= stars;
        }
    }

    /// Somebody who is accountable.
    ///
    /// @param state `there`, `deputy` for an absent one in whose place somebody acts, `away` or `gone`
    public record Cell(String name, String state) {}
}
