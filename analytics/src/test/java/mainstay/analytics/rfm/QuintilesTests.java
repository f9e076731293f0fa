package mainstay.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QuintilesTests {

    @Test
    void ten_different_values_fill_five_fifths_evenly() {
        assertThat(Quintiles.largestBest(10, 20, 30, 40, 50, 60, 70, 80, 90, 100))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }

    @Test
    void the_smallest_can_be_best() {
        assertThat(Quintiles.smallestBest(1, 2, 3, 4, 5)).containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void equal_values_get_the_score_of_their_middle() {
        assertThat(Quintiles.largestBest(1, 1, 1, 1, 1, 1, 2, 3, 4, 5)).containsExactly(2, 2, 2, 2, 2, 2, 4, 4, 5, 5);
        assertThat(Quintiles.largestBest(7, 7, 7)).containsExactly(3, 3, 3);
    }

    @Test
    void zero_and_minus_zero_are_equal() {
        assertThat(Quintiles.largestBest(0.0, -0.0, 1)).startsWith(2, 2);
    }

    @Test
    void one_customer_stands_in_the_middle_and_nobody_nowhere() {
        assertThat(Quintiles.largestBest(42)).containsExactly(3);
        assertThat(Quintiles.largestBest()).isEmpty();
    }

    @Test
    void a_value_that_is_no_number_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quintiles.largestBest(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Quintiles.smallestBest(Double.POSITIVE_INFINITY));
    }
}
