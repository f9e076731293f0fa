package mainstay.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTests {

    private static Set<LocalDateTime> each(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).map(day -> day.atTime(3, 0)).collect(Collectors.toSet());
    }

    private static List<String> days(Set<LocalDateTime> kept) {
        return new TreeSet<>(kept)
                .descendingSet().stream().map(at -> at.toLocalDate().toString()).toList();
    }

    @Test
    void a_year_of_nights_leaves_seven_days_four_weeks_and_six_months() {
        Set<LocalDateTime> kept =
                new Retention(7, 4, 6).kept(each(LocalDate.of(2025, 11, 23), LocalDate.of(2026, 11, 23)));

        assertThat(days(kept))
                .containsExactly(
                        "2026-11-23", // a Monday: day, week and month
                        "2026-11-22", // Sunday: day and week
                        "2026-11-21",
                        "2026-11-20",
                        "2026-11-19",
                        "2026-11-18",
                        "2026-11-17",
                        "2026-11-15", // the third week
                        "2026-11-08", // the fourth
                        "2026-10-31",
                        "2026-09-30",
                        "2026-08-31",
                        "2026-07-31",
                        "2026-06-30");
    }

    @Test
    void days_without_a_backup_take_no_place() {
        Set<LocalDateTime> made = Stream.of("2026-11-23T03:00", "2026-11-10T03:00", "2026-09-02T03:00")
                .map(LocalDateTime::parse)
                .collect(Collectors.toSet());

        assertThat(new Retention(3, 0, 0).kept(made)).isEqualTo(made);
    }

    @Test
    void of_several_on_one_day_the_latest_stays() {
        Set<LocalDateTime> made = Stream.of("2026-11-23T03:00", "2026-11-23T09:30", "2026-11-22T03:00")
                .map(LocalDateTime::parse)
                .collect(Collectors.toSet());

        assertThat(new Retention(2, 0, 0).kept(made))
                .containsExactlyInAnyOrder(
                        LocalDateTime.parse("2026-11-23T09:30"), LocalDateTime.parse("2026-11-22T03:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1", // the latest stays always
        "1, 0, 0, 1",
        "7, 0, 0, 7",
        "0, 4, 0, 4",
        "0, 0, 6, 6",
        "7, 4, 6, 14",
        "1000, 0, 0, 366"
    })
    void as_many_stay_as_are_asked_for(int daily, int weekly, int monthly, int left) {
        assertThat(new Retention(daily, weekly, monthly)
                        .kept(each(LocalDate.of(2025, 11, 23), LocalDate.of(2026, 11, 23))))
                .hasSize(left);
    }

    @Test
    void the_turn_of_the_year_does_not_part_a_week() {
        Set<LocalDateTime> kept =
                new Retention(0, 2, 0).kept(each(LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 3)));

        assertThat(days(kept)).containsExactly("2027-01-03", "2026-12-27");
    }

    @Test
    void of_nothing_nothing_stays() {
        assertThat(new Retention(7, 4, 6).kept(Set.of())).isEmpty();
    }
}
