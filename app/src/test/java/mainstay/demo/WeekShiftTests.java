package mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WeekShiftTests {

    private static final LocalDate END = LocalDate.of(2016, 5, 31);

    @Test
    void a_ledger_ends_within_the_seven_days_before_today_on_the_same_weekday() {
        LocalDate monday = LocalDate.of(2026, 11, 16);
        for (LocalDate today = monday; today.isBefore(monday.plusDays(30)); today = today.plusDays(1)) {
            LocalDate end = WeekShift.endingBefore(today, END).apply(END);

            assertThat(end).isBefore(today).isAfterOrEqualTo(today.minusDays(7));
            assertThat(end.getDayOfWeek()).isEqualTo(END.getDayOfWeek());
        }
    }

    @Test
    void a_ledger_that_ended_yesterday_stays() {
        assertThat(WeekShift.endingBefore(END.plusDays(1), END)).isEqualTo(WeekShift.NONE);
    }

    @Test
    void a_ledger_that_ends_today_moves_back_a_week() {
        assertThat(WeekShift.endingBefore(END, END)).isEqualTo(new WeekShift(-1));
    }

    @Test
    void an_unknown_day_stays_unknown() {
        assertThat(new WeekShift(2).apply("")).isEmpty();
        assertThat(new WeekShift(2).apply("2016-05-31")).isEqualTo("2016-06-14");
    }
}
