package mainstay.portfolio.drill;

import java.util.List;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What an account, or the group that it leads, bought on the days of a page.
///
/// @param finding what the months say; null without any
/// @param lines   the newest ones
/// @param chart   address of the months as data for a chart
/// @param table   address of the months as a file
public record AccountSales(
        Sales now,
        List<Door> doors,
        @Nullable Text finding,
        List<PartRow> months,
        Block categories,
        Block regions,
        Block members,
        List<LedgerLine> lines,
        String allLines,
        String document,
        String chart,
        String table) {

    /// The largest parts of one kind.
    ///
    /// @param all   address of all parts
    /// @param table address of these as a file
    public record Block(Cut cut, List<PartRow> parts, String all, String table) {}

    public boolean isEmpty() {
        return now.lines() == 0 && months.isEmpty();
    }

    /// Asks for all this.
    public record Asked(long account, String path, boolean group, Chosen period) {}
}
