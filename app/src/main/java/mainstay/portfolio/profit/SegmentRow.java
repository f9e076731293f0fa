package mainstay.portfolio.profit;

import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What is left of the sales of a segment.
///
/// @param accounts with sales in the period
/// @param losing   those of them that lose money
/// @param rows     address that lists its accounts; null where there is none
public record SegmentRow(Text name, @Nullable String rows, int accounts, int losing, Waterfall fall) {

    SegmentRow plus(SegmentRow other) {
        return new SegmentRow(name, rows, accounts + other.accounts, losing + other.losing, fall.plus(other.fall));
    }
}
