package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.portfolio.Served;
import mainstay.shared.web.Text;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SegmentsProperties {

    @Property(tries = 200)
    void segments_sum_to_the_whole_however_accounts_are_parted(
            @ForAll @Size(max = 150) List<@LongRange(min = -1_000_000, max = 1_000_000) Long> profits,
            @ForAll @IntRange(min = 1, max = 200) int parts) {
        List<AccountTotal> totals = new ArrayList<>();
        Map<Long, Segment> segments = new HashMap<>();
        for (int i = 0; i < profits.size(); i++) {
            Long profit = i % 7 == 6 ? null : profits.get(i);
            Served served = profit == null ? Served.NOTHING : new Served(i, 2L * i, 3L * i, i % 5, 7L * i, i % 3);
            totals.add(new AccountTotal(
                    i, "A" + i, "A", 1, 1, 500L * i, 600L * i, profit == null ? 0 : 400L * i, profit, served));
            if (i % 11 != 10) {
                String key = String.valueOf(i % parts);
                segments.put((long) i, new Segment(key, Text.of("profit.named", key), null));
            }
        }

        Segments parted = Segments.of(totals, segments);

        assertThat(parted.rows().stream().map(SegmentRow::fall).reduce(Waterfall.NOTHING, Waterfall::plus))
                .isEqualTo(parted.whole().fall())
                .isEqualTo(Waterfall.of(totals));
        assertThat(parted.rows().stream().mapToInt(SegmentRow::accounts).sum()).isEqualTo(totals.size());
        assertThat(parted.rows()).hasSizeLessThanOrEqualTo(Segments.MOST);
    }
}
