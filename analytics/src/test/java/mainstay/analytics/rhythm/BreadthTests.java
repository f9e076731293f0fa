package mainstay.analytics.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BreadthTests {

    @Test
    void categories_lost_and_gained() {
        var breadth = Breadth.between(
                Map.of("nails", 400.0, "screws", 300.0, "glue", 200.0, "tape", 100.0),
                Map.of("nails", 500.0, "screws", 500.0, "paint", 0.0));

        assertThat(breadth.lost()).containsExactly("glue", "tape");
        assertThat(breadth.gained()).isEmpty();
        assertThat(breadth.kept()).isEqualTo(2);
        assertThat(breadth.effectiveBefore()).isCloseTo(1 / 0.3, within(1e-12));
        assertThat(breadth.effectiveAfter()).isCloseTo(2, within(1e-12));
        assertThat(breadth.lostShare().getAsDouble()).isCloseTo(0.3, within(1e-12));
        assertThat(breadth.isNarrowing()).isTrue();
    }

    @Test
    void exchanging_categories_is_not_narrowing() {
        var breadth = Breadth.between(Map.of("nails", 1.0), Map.of("paint", 1.0));

        assertThat(breadth.gained()).containsExactly("paint");
        assertThat(breadth.isNarrowing()).isFalse();
    }

    @Test
    void returns_are_no_purchases() {
        var breadth = Breadth.between(Map.of("nails", -5.0), Map.of());

        assertThat(breadth.lost()).isEmpty();
        assertThat(breadth.effectiveBefore()).isZero();
        assertThat(breadth.lostShare()).isEmpty();
    }
}
