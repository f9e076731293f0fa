package mainstay.portfolio.profit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// All accounts of a period, parted: the segments sum to the whole.
public record Segments(List<SegmentRow> rows, SegmentRow whole) {
    static final int MOST = 100;

    private static final String UNNAMED = "";
    private static final Text WHOLE = Text.of("profit.whole");

    /// @param segments by account; who is missing has none
    static Segments of(List<AccountTotal> totals, Map<Long, Segment> segments) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Part whole = new Part(WHOLE, null);
        for (AccountTotal total : totals) {
            Segment segment = segments.get(total.account());
            String key = segment == null ? UNNAMED : "=" + segment.key();
            parts.computeIfAbsent(key, none -> Part.of(segment)).add(total);
            whole.add(total);
        }
        List<SegmentRow> rows = parts.values().stream()
                .map(Part::row)
                .sorted(Comparator.comparingLong((SegmentRow row) -> row.fall().remains())
                        .thenComparingLong(row -> row.fall().revenue())
                        .reversed())
                .toList();
        return new Segments(shortened(rows), whole.row());
    }

    /// The totals of each segment, under its name.
    static Map<Text, List<AccountTotal>> parted(List<AccountTotal> totals, Map<Long, Segment> segments) {
        Map<Text, List<AccountTotal>> parted = new HashMap<>();
        totals.forEach(total -> parted.computeIfAbsent(
                        Part.of(segments.get(total.account())).name, none -> new ArrayList<>())
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

    private static final class Part {
        private final Text name;
        private final @Nullable String rows;
        private int accounts;
        private int losing;
        private Waterfall fall = Waterfall.NOTHING;

        Part(Text name, @Nullable String rows) {
            this.name = name;
            this.rows = rows;
        }

        static Part of(@Nullable Segment segment) {
            return segment == null
                    ? new Part(Text.of("profit.unnamed"), null)
                    : new Part(segment.name(), segment.rows());
        }

        void add(AccountTotal total) {
            Long profit = total.profit();
            accounts++;
            losing += profit != null && profit < 0 ? 1 : 0;
            fall = fall.plus(Waterfall.of(total));
        }

        SegmentRow row() {
            return new SegmentRow(name, rows, accounts, losing, fall);
        }
    }
}
