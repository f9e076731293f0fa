package mainstay.planning.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GanttChartTests {

    private static final LocalDate FIRST = LocalDate.of(2028, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

    private static WorkItem item(String starts, String due, String state, @Nullable String effect) {
        return new WorkItem(
                1,
                1,
                "plan",
                false,
                1,
                null,
                null,
                null,
                null,
                null,
                "work",
                null,
                "visit",
                null,
                1,
                "li",
                false,
                1,
                "li",
                false,
                LocalDate.parse(starts),
                LocalDate.parse(due),
                "seen",
                state,
                null,
                effect == null ? null : "revenue",
                effect == null ? null : LocalDate.parse(effect),
                effect == null ? null : 6,
                null,
                null,
                1,
                "li",
                Instant.EPOCH);
    }

    @Test
    void a_leap_year_is_whole() {
        GanttChart chart = GanttChart.of(
                List.of(item("2028-01-01", "2028-12-31", "open", null)), FIRST, LAST, LocalDate.of(2028, 7, 2));

        assertThat(chart.bars().getFirst().start()).isZero();
        assertThat(chart.bars().getFirst().width()).isEqualTo(1000);
        assertThat(chart.today()).isEqualTo(500);
        assertThat(chart.months()).hasSize(11);
    }

    @Test
    void work_outside_of_the_plan_widens_it_and_dropped_work_is_gone() {
        GanttChart chart = GanttChart.of(
                List.of(
                        item("2027-12-01", "2028-01-31", "done", "2028-03-01"),
                        item("2028-11-01", "2029-02-28", "doing", "2029-03-01"),
                        item("2020-01-01", "2020-01-02", "dropped", null)),
                FIRST,
                LAST,
                LocalDate.of(2029, 6, 1));

        assertThat(chart.from()).isEqualTo("2027-12-01");
        assertThat(chart.to()).isEqualTo("2029-02-28");
        assertThat(chart.bars()).hasSize(2);
        assertThat(chart.today()).isNull();
        assertThat(chart.bars().getFirst().effectWidth()).isPositive();
        assertThat(chart.bars().getLast().effectWidth()).isZero();
    }

    @Test
    void one_day_of_work_can_be_seen() {
        GanttChart chart = GanttChart.of(List.of(item("2028-05-05", "2028-05-05", "open", null)), FIRST, LAST, LAST);

        assertThat(chart.bars().getFirst().width()).isGreaterThanOrEqualTo(2);
        assertThat(chart.bars().getFirst().overdue()).isTrue();
    }
}
