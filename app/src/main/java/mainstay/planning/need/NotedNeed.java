package mainstay.planning.need;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import mainstay.planning.Written;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.CalendarDays;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// A note that is about to become a need, as an address brings it: anybody can have made it up.
///
/// @param on     day of the note
/// @param by     name by which its author signs in
/// @param person who was met
public record NotedNeed(
        @Nullable String title,
        @Nullable String detail,
        @Nullable String on,
        @Nullable String by,
        @Nullable String person) {

    private static final int LONGEST_NAME = 100;

    /// The form of a new need with as much of it as it takes.
    Written in(Written form, LocalDate today, PageContext page) {
        form.with("title", cut(title, NeedForm.LONGEST_LINE))
                .with("detail", cut(detail, NeedForm.LONGEST_TEXT))
                .with("person", cut(person, LONGEST_NAME));
        String author = cut(by, LONGEST_NAME);
        day().filter(day -> !author.isEmpty())
                .ifPresent(day -> form.with(
                        "source",
                        cut(page.t("noteUse.source", page.person(author), page.date(day)), NeedForm.LONGEST_LINE)));
        return day().filter(day -> !day.isAfter(today))
                .map(day -> form.with("voicedOn", day.toString()))
                .orElse(form);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(CalendarDays.day(Objects.requireNonNullElse(on, "")));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String cut(@Nullable String text, int longest) {
        String whole =
                HarmlessText.without(Objects.requireNonNullElse(text, "")).strip();
        return whole.length() <= longest
                ? whole
                : whole.substring(0, Character.isHighSurrogate(whole.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
