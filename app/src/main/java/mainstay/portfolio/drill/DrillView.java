package mainstay.portfolio.drill;

import java.util.List;
import mainstay.portfolio.period.Change;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A slice of sales as a page.
///
/// @param whole   of which the parts are shown
/// @param finding what the chart says; null where there is nothing to draw
/// @param named   whether lines and documents name their account
public record DrillView(
        Chosen period,
        Measure measure,
        Cut cut,
        List<Step> steps,
        List<Tab> cuts,
        List<Tab> measures,
        Whole whole,
        @Nullable Text finding,
        List<PartRow> parts,
        List<SoldDocument> documents,
        List<LedgerLine> lines,
        Links links,
        boolean named) {

    /// The figures of the slice.
    public record Whole(Sales now, @Nullable Sales before, List<Door> doors) {

        /// Of the revenue, on the days it is compared with.
        public @Nullable Double change() {
            return before == null ? null : new Change(now.revenue(), before.revenue()).relative();
        }
    }

    /// Addresses that lead on.
    ///
    /// @param first    page, null on it
    /// @param next     page, null on the last one
    /// @param table    what is shown, as a file
    /// @param chart    the same as data for a chart
    /// @param document opens a document; its number is to follow
    public record Links(@Nullable String first, @Nullable String next, String table, String chart, String document) {}

    public boolean isEmpty() {
        return parts.isEmpty() && documents.isEmpty() && lines.isEmpty();
    }
}
