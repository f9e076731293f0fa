package mainstay.workbench.quality;

import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// One thing that the data does not say.
///
/// @param code    as programs know it, and an anchor on the page
/// @param rows    how many rows, columns or accounts lack it
/// @param money   that hangs on them, four decimals; null where that cannot be said
/// @param share   of all sales of the period, as a fraction
/// @param cost    what is not known therefore, in words with figures
/// @param todo    what to do about it
/// @param link    where that is done, or the rows are seen
/// @param worst   where most of it is
public record Gap(
        String code,
        long rows,
        @Nullable Long money,
        @Nullable Double share,
        Text cost,
        Text todo,
        String link,
        List<Worst> worst) {

    /// An account, a product, a file or another place with much of a gap.
    ///
    /// @param link null where nothing can be opened
    public record Worst(
            Text name,
            @Nullable String code,
            long rows,
            @Nullable Long money,
            @Nullable String link) {}

    public boolean isClosed() {
        return rows == 0;
    }
}
