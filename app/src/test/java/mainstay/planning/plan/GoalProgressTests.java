package mainstay.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import mainstay.planning.GoalMetric;
import mainstay.planning.plan.GoalProgress.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoalProgressTests {

    private static final LocalDate SET = LocalDate.of(2027, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2028, 1, 1);
    private static final LocalDate SUMMER = LocalDate.of(2027, 7, 2);

    private record Figure(boolean grows) implements GoalMetric {
        @Override
        public String code() {
            return "figure";
        }

        @Override
        public Form form() {
            return Form.NUMBER;
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public String definition() {
            return "revenue";
        }

        @Override
        public Map<Long, Double> now(Collection<Long> accounts) {
            return Map.of();
        }
    }

    private static GoalProgress at(@Nullable Double baseline, @Nullable Double now, LocalDate today) {
        Goal goal = new Goal(1, 1, 1, "figure", baseline, SET, 120_000, 130_000.0, 150_000.0, DUE, false, null);
        return GoalProgress.of(goal, new Figure(true), now, today);
    }

    private static Standing standing(double now) {
        return at(100_000.0, now, SUMMER).standing();
    }

    @Test
    void a_goal_is_held_against_the_straight_way() {
        assertThat(at(100_000.0, 112_000.0, SUMMER).onWay()).isCloseTo(109_972.6, within(0.01));
        assertThat(at(100_000.0, 112_000.0, SUMMER).done()).isCloseTo(0.6, within(1e-12));
        assertThat(standing(112_000)).isEqualTo(Standing.ON_WAY);
        assertThat(standing(109_000)).isEqualTo(Standing.BEHIND);
        assertThat(standing(120_000)).isEqualTo(Standing.REACHED);
        assertThat(standing(130_000)).isEqualTo(Standing.STRETCH);
        assertThat(standing(150_001)).isEqualTo(Standing.CHALLENGE);
    }

    @Test
    void what_nobody_knows_is_unknown_and_not_nought() {
        assertThat(at(100_000.0, null, SUMMER).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(at(null, 90_000.0, SUMMER).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(at(null, 90_000.0, SUMMER).onWay()).isNull();
        assertThat(at(null, 125_000.0, SUMMER).standing()).isEqualTo(Standing.REACHED);
    }

    @Test
    void after_its_last_day_a_goal_is_missed_or_reached() {
        assertThat(at(100_000.0, 119_000.0, DUE).standing()).isEqualTo(Standing.BEHIND);
        assertThat(at(100_000.0, 119_000.0, DUE.plusDays(1)).standing()).isEqualTo(Standing.MISSED);
        assertThat(at(100_000.0, 119_000.0, SET.minusDays(5)).onWay()).isEqualTo(100_000);
    }

    @Test
    void of_days_late_fewer_are_better() {
        Goal goal = new Goal(1, 1, 1, "days-late", 20.0, SET, 10, 5.0, null, DUE, false, null);

        assertThat(GoalProgress.of(goal, new Figure(false), 14.0, SUMMER).standing())
                .isEqualTo(Standing.ON_WAY);
        assertThat(GoalProgress.of(goal, new Figure(false), 16.0, SUMMER).standing())
                .isEqualTo(Standing.BEHIND);
        assertThat(GoalProgress.of(goal, new Figure(false), 5.0, SUMMER).standing())
                .isEqualTo(Standing.STRETCH);
    }
}
