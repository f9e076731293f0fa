package mainstay.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which plan stands for an account that has several.
class PlanForemostTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static Plan plan(long id, int year, String state) {
        return new Plan(
                id,
                1,
                "H1",
                "Harbour",
                "Plan " + year,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                "empty",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                state,
                0,
                1,
                "story",
                Instant.EPOCH);
    }

    private static long foremost(Plan... plans) {
        return Plan.foremost(List.of(plans), TODAY).orElseThrow().id();
    }

    @Test
    void of_plans_that_begin_later_the_next_one_stands() {
        assertThat(foremost(plan(3, 2028, "draft"), plan(2, 2027, "draft"))).isEqualTo(2);
        assertThat(foremost(plan(3, 2028, "approved"), plan(2, 2027, "draft"))).isEqualTo(2);
    }

    @Test
    void one_that_runs_goes_before_all_others_and_an_approved_one_before_a_draft() {
        assertThat(foremost(plan(2, 2027, "approved"), plan(1, 2026, "draft"))).isEqualTo(1);
        assertThat(foremost(plan(4, 2026, "draft"), plan(1, 2026, "approved"))).isEqualTo(1);
    }

    @Test
    void where_all_are_over_the_last_stands_and_closed_ones_never() {
        assertThat(foremost(plan(2, 2025, "draft"), plan(1, 2024, "approved"))).isEqualTo(2);
        assertThat(Plan.foremost(List.of(plan(1, 2026, "closed")), TODAY)).isEmpty();
    }
}
