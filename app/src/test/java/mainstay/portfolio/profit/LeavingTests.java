package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeavingTests {
    private static String points(OptionalDouble leaving) {
        return Slider.POINTS.start(Starts.of(0.1, leaving));
    }

    @Test
    void the_points_start_at_five_or_at_half_of_what_leaves() {
        assertThat(points(OptionalDouble.empty())).isEqualTo("5");
        assertThat(points(OptionalDouble.of(0.2))).isEqualTo("5");
        assertThat(points(OptionalDouble.of(0.054))).isEqualTo("2.7");
        assertThat(points(OptionalDouble.of(0))).isEqualTo("0");
    }

    @Test
    void of_those_that_leave_some_are_gone_already_and_closed_accounts_count_nowhere() {
        Leaving leaving = Leaving.of(Map.of(1L, 0.9, 2L, 0.05, 3L, 0.0, 4L, 1.0), Set.of(2L, 3L))
                .orElseThrow();

        assertThat(leaving.all()).isCloseTo(1.05, within(1e-9));
        assertThat(leaving.gone()).isCloseTo(0.95, within(1e-9));
        assertThat(leaving.part()).isCloseTo(0.2625, within(1e-9));
        assertThat(Leaving.of(Map.of(), Set.of())).isEmpty();
    }
}
