package mainstay.portfolio.profit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// All accounts of a period, parted: the segments sum to the whole.
///
/// @param best with the most profit of those that have a name; null without any
public record Segments(List<SegmentRow> rows, @Nullable SegmentRow best, SegmentRow whole) {
    static final int MOST = 100;

    /// Key of what has no name; such accounts are always the last.
    static final String NONE = "";

    private static final Segment WHOLE = new Segment(NONE, Text.of("profit.whole"), null);

    private static final Segment UNNAMED = new Segment(NONE, Text.of("profit.unnamed"), null, Integer.MAX_VALUE);

    private static final Comparator<SegmentRow> LARGEST_FIRST = Comparator.comparingLong(
                    (SegmentRow row) -> row.fall().remains())
            .thenComparingLong(row -> row.fall().revenue())
            .reversed();

    private record Ranked(int rank, SegmentRow row) {}

    /// @param segments by account; who is missing has none
    static Segments of(List<AccountTotal> totals, Map<Long, Segment> segments) {
        Map<Segment, List<AccountTotal>> parts = parted(totals, segments);
        Segment none = parts.keySet().stream()
                .filter(segment -> segment.key().equals(NONE))
                .findFirst()
                .orElse(UNNAMED);
        List<AccountTotal> unnamed = parts.remove(none);
        List<SegmentRow> named = parts.entrySet().stream()
                .map(part -> new Ranked(part.getKey().rank(), SegmentRow.of(part.getKey(), part.getValue())))
                .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::row, LARGEST_FIRST))
                .map(Ranked::row)
                .toList();
        List<SegmentRow> rows = shortened(named, unnamed == null ? MOST : MOST - 1);
        if (unnamed != null) {
            rows.add(SegmentRow.of(none, unnamed));
        }
        return new Segments(rows, best(named), SegmentRow.of(WHOLE, totals));
    }

    private static @Nullable SegmentRow best(List<SegmentRow> named) {
        return named.stream()
                .max(Comparator.comparingLong(row -> row.fall().remains()))
                .orElse(null);
    }

    /// The totals of each segment.
    static Map<Segment, List<AccountTotal>> parted(List<AccountTotal> totals, Map<Long, Segment> segments) {
        Map<Segment, List<AccountTotal>> parted = new LinkedHashMap<>();
        totals.forEach(total -> parted.computeIfAbsent(
                        segments.getOrDefault(total.account(), UNNAMED), none -> new ArrayList<>())
                .add(total));
        return parted;
    }

    /// Those past the most stand together in the last row.
    private static List<SegmentRow> shortened(List<SegmentRow> rows, int most) {
        if (rows.size() <= most) {
            return new ArrayList<>(rows);
        }
        List<SegmentRow> shown = new ArrayList<>(rows.subList(0, most - 1));
        Text name = Text.of("profit.moreSegments", rows.size() - most + 1);
        rows.subList(most - 1, rows.size()).stream()
                .reduce(SegmentRow::plus)
                .map(rest -> new SegmentRow(name, null, rest.accounts(), rest.losing(), rest.fall()))
                .ifPresent(shown::add);
        return shown;
    }
}
