package mainstay.portfolio.profit;

import java.util.List;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What is left of the sales of a segment.
///
/// @param accounts with sales in the period
/// @param losing   those of them that lose money
/// @param rows     address that lists its accounts; null where there is none
public record SegmentRow(Text name, @Nullable String rows, int accounts, int losing, Waterfall fall) {

    static SegmentRow of(Segment segment, List<AccountTotal> totals) {
        int losing = (int) totals.stream()
                .map(AccountTotal::profit)
                .filter(profit -> profit != null && profit < 0)
                .count();
        return new SegmentRow(segment.name(), segment.rows(), totals.size(), losing, Waterfall.of(totals));
    }

    SegmentRow plus(SegmentRow other) {
        return new SegmentRow(name, rows, accounts + other.accounts, losing + other.losing, fall.plus(other.fall));
    }
}
