package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked example of docs/definitions/rating-score.md, "Why did it move".
@NullMarked
class MovementTests {

    @Test
    void the_changes_add_up_to_the_whole_move_and_the_strongest_comes_first() {
        Rating before = rating(part("revenue", 40, 0.8, 80.0), part("onTime", 20, 0.95, 100.0));
        Rating after = rating(part("revenue", 40, 0.8, 80.0), part("onTime", 20, 0.59, 20.0));

        Movement movement = Movement.between(before, after);

        assertThat(movement.points()).isCloseTo(-26.667, within(0.001));
        assertThat(movement.changes().getFirst().code()).isEqualTo("onTime");
        assertThat(movement.changes().stream().mapToDouble(Change::effect).sum())
                .isCloseTo(movement.points(), within(1e-9));
        assertThat(movement.reason()).isEqualTo(movement.changes().getFirst());
    }

    @Test
    void what_became_known_is_part_of_the_move() {
        Rating before = rating(part("revenue", 40, 0.8, 80.0), part("onTime", 20, null, null));
        Rating after = rating(part("revenue", 40, 0.8, 80.0), part("onTime", 20, 0.95, 100.0));

        Movement movement = Movement.between(before, after);

        assertThat(movement.points()).isCloseTo(6.667, within(0.001));
        assertThat(movement.changes().stream().mapToDouble(Change::effect).sum())
                .isCloseTo(movement.points(), within(1e-9));
    }

    private static Part part(String code, double weight, @Nullable Double figure, @Nullable Double points) {
        return new Part(code, "sales", "ratio", weight, figure, points, points == null ? "noReceivables" : null, null);
    }

    private static Rating rating(Part... parts) {
        double known = 0;
        double sum = 0;
        for (Part part : parts) {
            Double points = part.points();
            if (points != null) {
                known += part.weight();
                sum += part.weight() * points;
            }
        }
        return new Rating(
                1, 1, LocalDate.of(2026, 1, 1), sum / known, known / 60, 3, 3, null, false, null, List.of(parts));
    }
}
