package mainstay.portfolio.profit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.shared.web.Text;

/// All accounts of a period, parted: the segments sum to the whole.
public record Segments(List<SegmentRow> rows, SegmentRow whole) {
    static final int MOST = 100;

    private static final Segment WHOLE = new Segment("", Text.of("profit.whole"), null);

    /// Of accounts without a segment; always the last.
    private static final Segment UNNAMED = new Segment("", Text.of("profit.unnamed"), null, Integer.MAX_VALUE);

    private static final Comparator<SegmentRow> LARGEST_FIRST = Comparator.comparingLong(
                    (SegmentRow row) -> row.fall().remains())
            .thenComparingLong(row -> row.fall().revenue())
            .reversed();

    private record Ranked(int rank, SegmentRow row) {}

    /// @param segments by account; who is missing has none
    static Segments of(List<AccountTotal> totals, Map<Long, Segment> segments) {
        List<SegmentRow> rows = parted(totals, segments).entrySet().stream()
                .map(part -> new Ranked(part.getKey().rank(), SegmentRow.of(part.getKey(), part.getValue())))
                .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::row, LARGEST_FIRST))
                .map(Ranked::row)
                .toList();
        return new Segments(shortened(rows), SegmentRow.of(WHOLE, totals));
    }

    /// The row with the most profit; nothing without rows.
    Optional<SegmentRow> best() {
        return rows.stream().max(Comparator.comparingLong(row -> row.fall().remains()));
    }

    /// The totals of each segment.
    static Map<Segment, List<AccountTotal>> parted(List<AccountTotal> totals, Map<Long, Segment> segments) {
        Map<Segment, List<AccountTotal>> parted = new LinkedHashMap<>();
        totals.forEach(total -> parted.computeIfAbsent(
                        segments.getOrDefault(total.account(), UNNAMED), none -> new ArrayList<>())
                .add(total));
        return parted;
    }

    /// Those past the first hundred stand together in one row.
    private static List<SegmentRow> shortened(List<SegmentRow> rows) {
        if (rows.size() <= MOST) {
            return rows;
        }
        List<SegmentRow> shown = new ArrayList<>(rows.subList(0, MOST - 1));
        Text name = Text.of("profit.moreSegments", rows.size() - MOST + 1);
        rows.subList(MOST - 1, rows.size()).stream()
                .reduce(SegmentRow::plus)
                .map(rest -> new SegmentRow(name, null, rest.accounts(), rest.losing(), rest.fall()))
                .ifPresent(shown::add);
        return shown;
    }
}
