package mainstay.portfolio.value;

import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The value of accounts in parts, which add up to the whole.
///
/// @param key     of the cut
/// @param view    number of the saved view that splits them, if one does
/// @param total   of all rows
/// @param finding what stands out
public record ValueSplit(String key, @Nullable Long view, List<PartRow> rows, PartRow total, Text finding) {

    /// @param value null where nothing is known of any account in it, `before` likewise
    public record PartRow(
            Text name,
            int accounts,
            @Nullable Long value,
            @Nullable Long before,
            @Nullable Double share) {}
}
