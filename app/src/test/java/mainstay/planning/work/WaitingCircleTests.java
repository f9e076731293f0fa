package mainstay.planning.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingCircleTests {

    private static final Map<Long, List<Long>> CHAIN = Map.of(2L, List.of(1L), 3L, List.of(2L), 4L, List.of(1L, 3L));

    @Test
    void a_circle_is_told_from_end_to_end() {
        assertThat(WorkItemForm.circle(CHAIN, 1, List.of(3L))).containsExactly(1L, 3L, 2L, 1L);
        assertThat(WorkItemForm.circle(CHAIN, 2, List.of(2L))).containsExactly(2L, 2L);
    }

    @Test
    void ways_that_meet_again_are_no_circle() {
        assertThat(WorkItemForm.circle(CHAIN, 5, List.of(4L, 3L))).isEmpty();
        assertThat(WorkItemForm.circle(CHAIN, 4, List.of(1L, 2L, 3L))).isEmpty();
        assertThat(WorkItemForm.circle(CHAIN, 1, List.of())).isEmpty();
    }
}
