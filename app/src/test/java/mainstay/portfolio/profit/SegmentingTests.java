package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.portfolio.Served;
import mainstay.shared.web.Text;
import org.junit.jupiter.api.Test;

/// In which order segments stand.
class SegmentingTests {

    /// As stars are: hollow ones stand behind all solid ones.
    private static final Segmentation STARS = new Segmentation() {
        @Override
        public String code() {
            return "tier";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<Long, Segment> segments() {
            return Map.of(
                    1L, new Segment("4", Text.of("profit.stars", 4), null, -4),
                    2L, new Segment("hollow1", Text.of("profit.starsHollow", 1), null, 9));
        }
    };

    private static AccountTotal total(long account) {
        return new AccountTotal(account, "A", "A", 1, 1, 1_000, 1_000, 1_000, 100L, Served.NOTHING);
    }

    @Test
    void who_has_no_stars_stands_behind_the_hollow_ones() {
        assertThat(Segmenting.named(STARS, List.of(total(3), total(2), total(1))).values().stream()
                        .sorted(Comparator.comparingInt(Segment::rank))
                        .map(Segment::key))
                .containsExactly("4", "hollow1", Segments.NONE);
    }
}
