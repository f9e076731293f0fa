package mainstay.accounts.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.CalendarDays;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The day of which people are to be shown, as somebody asked for it.
///
/// @param day     null for today, and where it cannot be shown
/// @param refusal why not; null where it can
public record AskedDay(
        String written, @Nullable LocalDate day, @Nullable Text refusal) {

    static AskedDay of(String written, LocalDate today) {
        String text = HarmlessText.without(written).strip();
        try {
            LocalDate day = text.isEmpty() ? null : CalendarDays.day(text);
            return day != null && day.isAfter(today)
                    ? new AskedDay(text, null, Text.of("people.wrong.asOfFuture", day))
                    : new AskedDay(text, day, null);
        } catch (DateTimeException none) {
            return new AskedDay(text, null, Text.of("people.wrong.asOf", today));
        }
    }
}
