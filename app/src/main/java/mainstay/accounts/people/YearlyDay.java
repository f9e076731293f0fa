package mainstay.accounts.people;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A day of somebody's that comes every year.
///
/// @param kind `birthday`, `anniversary` or `other`
public record YearlyDay(String kind, MonthDay day, @Nullable String note) {

    public static final List<String> KINDS = List.of("birthday", "anniversary", "other");

    public String kindKey() {
        return "people.date." + kind;
    }

    public String shown(Locale locale) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").localizedBy(locale).format(day);
    }

    /// When it comes, today or later. What falls on 29 February comes on the 28th in years that have none.
    public LocalDate next(LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }
}
