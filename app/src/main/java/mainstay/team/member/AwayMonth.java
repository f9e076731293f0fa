package mainstay.team.member;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Who is away on which days of a month.
///
/// @param first       first day of the month
/// @param workingDays digits of the weekdays on which the firm works, Monday = 1
public record AwayMonth(LocalDate first, List<Row> rows, String workingDays) {

    /// Somebody, with the absences that touch the month.
    public record Row(long userId, String user, String name, List<Away> absences) {

        /// The absence of a day; null for who is there.
        public @Nullable Away on(LocalDate day) {
            return absences.stream()
                    .filter(away -> !day.isBefore(away.firstDay()) && !day.isAfter(away.lastDay()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /// An absence.
    ///
    /// @param deputy who stands in; null for nobody
    public record Away(
            LocalDate firstDay, LocalDate lastDay, @Nullable String deputy) {}

    public YearMonth month() {
        return YearMonth.from(first);
    }

    public List<LocalDate> days() {
        return IntStream.rangeClosed(1, month().lengthOfMonth())
                .mapToObj(first::withDayOfMonth)
                .toList();
    }

    public boolean isRest(LocalDate day) {
        return workingDays.indexOf('0' + day.getDayOfWeek().getValue()) < 0;
    }

    public String before() {
        return month().minusMonths(1).toString();
    }

    public String after() {
        return month().plusMonths(1).toString();
    }

    /// Those who are away on any day of the month.
    public List<Row> away() {
        return rows.stream().filter(row -> !row.absences().isEmpty()).toList();
    }
}
