package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupCirclesTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Test
    void a_tree_has_no_circle() {
        assertThat(GroupCircles.in(List.of(always(2, 1), always(3, 1), always(4, 3))))
                .isEmpty();
    }

    @Test
    void everybody_on_a_circle_is_named_and_nobody_beside_it() {
        assertThat(GroupCircles.in(List.of(always(1, 2), always(2, 3), always(3, 1), always(4, 1), always(3, 9))))
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void who_was_below_may_later_stand_above() {
        assertThat(GroupCircles.in(List.of(
                        new ParentLink(1, 2, LocalDate.MIN, NEW_YEAR), new ParentLink(2, 1, NEW_YEAR, LocalDate.MAX))))
                .isEmpty();
    }

    @Test
    void a_single_common_day_makes_a_circle() {
        assertThat(GroupCircles.in(List.of(
                        new ParentLink(1, 2, LocalDate.MIN, NEW_YEAR.plusDays(1)),
                        new ParentLink(2, 1, NEW_YEAR, LocalDate.MAX))))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_chain_of_a_hundred_thousand_is_looked_through() {
        List<ParentLink> chain = new ArrayList<>();
        for (long child = 0; child < 100_000; child++) {
            chain.add(always(child, child + 1));
        }
        assertThat(GroupCircles.in(chain)).isEmpty();
    }

    private static ParentLink always(long child, long parent) {
        return new ParentLink(child, parent, LocalDate.MIN, LocalDate.MAX);
    }
}
