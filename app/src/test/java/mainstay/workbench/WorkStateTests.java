package mainstay.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.WorkSource.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkStateTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate BEGAN = LocalDate.of(2026, 10, 1);

    private static Work work(@Nullable LocalDate since, int urgency, @Nullable Long money) {
        return Work.of("overdue", "C1", "/accounts/C1", "title", List.of(), "reason", List.of(), money, urgency, since);
    }

    private static WorkState done(@Nullable LocalDate since, int urgency, @Nullable Long money) {
        return new WorkState("overdue", "C1", Instant.EPOCH, null, null, null, since, urgency, money);
    }

    private static WorkState snoozedUntil(LocalDate day) {
        return new WorkState("overdue", "C1", null, day, null, "they promised", BEGAN, 1, 100L);
    }

    @Test
    void what_is_done_stays_away_while_it_is_the_same_case() {
        assertThat(done(BEGAN, 2, 100L).keepsAway(work(BEGAN, 2, 100L), TODAY)).isTrue();
        assertThat(done(BEGAN, 2, 100L).keepsAway(work(BEGAN, 1, 90L), TODAY)).isTrue();
        assertThat(done(null, 2, null).keepsAway(work(null, 2, null), TODAY)).isTrue();
    }

    @Test
    void a_case_that_began_anew_comes_back() {
        assertThat(done(BEGAN, 2, 100L).keepsAway(work(BEGAN.plusDays(1), 2, 100L), TODAY))
                .isFalse();
    }

    @Test
    void a_case_that_became_more_urgent_comes_back() {
        assertThat(done(BEGAN, 1, 100L).keepsAway(work(BEGAN, 2, 100L), TODAY)).isFalse();
    }

    @Test
    void a_case_comes_back_when_the_money_grows_by_more_than_a_quarter() {
        assertThat(done(BEGAN, 1, 100L).keepsAway(work(BEGAN, 1, 125L), TODAY)).isTrue();
        assertThat(done(BEGAN, 1, 100L).keepsAway(work(BEGAN, 1, 126L), TODAY)).isFalse();
        assertThat(done(BEGAN, 1, null).keepsAway(work(BEGAN, 1, 1L), TODAY)).isFalse();
    }

    @Test
    void what_is_put_off_stays_away_until_its_day() {
        assertThat(snoozedUntil(TODAY.plusDays(1)).keepsAway(work(BEGAN, 3, 900L), TODAY))
                .isTrue();
        assertThat(snoozedUntil(TODAY).keepsAway(work(BEGAN, 1, 100L), TODAY)).isFalse();
    }
}
