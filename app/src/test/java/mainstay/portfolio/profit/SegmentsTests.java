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
import org.junit.jupiter.api.Test;

class SegmentsTests {
    private final List<AccountTotal> totals = new ArrayList<>();
    private final Map<Long, Segment> segments = new HashMap<>();

    private void sell(String segment, long profit) {
        long account = totals.size();
        totals.add(new AccountTotal(account, "A", "A", 1, 1, 1_000, 1_000, 1_000, profit, Served.NOTHING));
        if (!segment.isEmpty()) {
            segments.put(account, new Segment(segment, Text.of("profit.named", segment), null));
        }
    }

    @Test
    void the_best_has_a_name_however_much_the_rest_and_the_unnamed_earn() {
        for (int i = 0; i < 140; i++) {
            sell("S" + i, i == 77 ? 200 : 100);
        }
        sell("", 900);

        Segments parted = Segments.of(totals, segments);

        assertThat(parted.best()).isNotNull();
        assertThat(parted.best().name()).isEqualTo(Text.of("profit.named", "S77"));
        assertThat(parted.rows()).hasSize(Segments.MOST);
        assertThat(parted.rows().get(98).name()).isEqualTo(Text.of("profit.moreSegments", 42));
        assertThat(parted.rows().get(98).accounts()).isEqualTo(42);
    }

    @Test
    void accounts_without_a_segment_are_the_last_row() {
        for (int i = 0; i < 140; i++) {
            sell("S" + i, 100);
        }
        sell("", 900);

        SegmentRow last = Segments.of(totals, segments).rows().getLast();

        assertThat(last.name()).isEqualTo(Text.of("profit.unnamed"));
        assertThat(last.accounts()).isEqualTo(1);
        assertThat(last.fall().remains()).isEqualTo(900);
    }

    @Test
    void nobody_named_is_nobody_best() {
        sell("", 900);

        assertThat(Segments.of(totals, segments).best()).isNull();
    }
}
