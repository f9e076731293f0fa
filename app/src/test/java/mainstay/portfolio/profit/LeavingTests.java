package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import org.junit.jupiter.api.Test;

class LeavingTests {
    private static String points(OptionalDouble leaving) {
        return Slider.POINTS.start(Starts.of(0.1, leaving));
    }

    @Test
    void the_points_start_at_five_or_at_half_of_what_can_be_kept() {
        assertThat(points(OptionalDouble.empty())).isEqualTo("5");
        assertThat(points(OptionalDouble.of(0.2))).isEqualTo("5");
        assertThat(points(OptionalDouble.of(0.014))).isEqualTo("0.7");
        assertThat(points(OptionalDouble.of(0))).isEqualTo("0");
    }

    private static AccountTotal account(long id) {
        return new AccountTotal(id, "A", "A", 1, 1, 1, 1, 1, 1L, Served.NOTHING);
    }

    /// Somebody of whom the values say nothing takes the mean of the others, here as in every other figure of the page.
    @Test
    void who_stays_who_leaves_and_who_is_closed_are_all_the_customers_there_are() {
        List<AccountTotal> customers =
                LongStream.rangeClosed(1, 5).mapToObj(LeavingTests::account).toList();
        Retentions values = Retentions.of(
                        Optional.empty(), Map.of(1L, 0.9, 2L, 0.05, 3L, 0.0, 4L, 1.0), Set.of(3L), Set.of(2L, 3L), null)
                .orElseThrow();

        Leaving leaving = Leaving.of(customers, values);

        assertThat(leaving.stay() + leaving.leave() + leaving.closed()).isCloseTo(5, within(1e-9));
        assertThat(leaving.leave()).isCloseTo(0.1 + 0.95 + 0.5125, within(1e-9));
        assertThat(leaving.gone()).isCloseTo(0.95, within(1e-9));
        assertThat(leaving.keepable()).isCloseTo(0.6125, within(1e-9));
        assertThat(leaving.keepablePart()).isCloseTo(values.keepable(customers), within(1e-12));
        assertThat(Objects.requireNonNull(values.cap(customers, 0.9))).isCloseTo(12.25, within(1e-9));
    }
}
