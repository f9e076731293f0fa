package mainstay.relationships.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mainstay.activity.Activity;

/// A calendar as RFC 5545 writes it: lines of at most 75 bytes, ended by both marks; what has a meaning there is
/// escaped; moments in UTC.
final class CalendarText {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    CalendarText(String name) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Mainstay//Activities//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        line("X-PUBLISHED-TTL:PT1H");
    }

    /// @param title       what the calendar shows
    /// @param place       where, or at whom; empty: nothing is said
    /// @param description likewise
    /// @param link        address of the activity; empty where nobody knows how it is reached
    void event(Activity activity, String title, String place, String description, String link) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(activity.uid()));
        line("DTSTAMP:" + moment(activity.changedAt()));
        line("LAST-MODIFIED:" + moment(activity.changedAt()));
        line("SEQUENCE:" + activity.sequence());
        if (activity.dayOnly()) {
            line("DTSTART;VALUE=DATE:" + day(activity.onDay()));
            line("DTEND;VALUE=DATE:" + day(activity.onDay().plusDays(1)));
            line("TRANSP:TRANSPARENT");
        } else {
            line("DTSTART:" + moment(activity.startsAt()));
            line("DTEND:" + moment(activity.endsAt()));
        }
        line("SUMMARY:" + escaped(title));
        optional("LOCATION", place);
        optional("DESCRIPTION", description);
        if (!link.isEmpty()) {
            line("URL:" + link);
        }
        line("STATUS:" + (activity.isCancelled() ? "CANCELLED" : "CONFIRMED"));
        line("END:VEVENT");
    }

    /// A day of something that is not an activity.
    ///
    /// @param stamp when this was written
    void day(String uid, Instant stamp, LocalDate on, String title, String description, String link) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(uid));
        line("DTSTAMP:" + moment(stamp));
        line("DTSTART;VALUE=DATE:" + day(on));
        line("DTEND;VALUE=DATE:" + day(on.plusDays(1)));
        line("TRANSP:TRANSPARENT");
        line("SUMMARY:" + escaped(title));
        optional("DESCRIPTION", description);
        if (!link.isEmpty()) {
            line("URL:" + link);
        }
        line("END:VEVENT");
    }

    private void optional(String name, String value) {
        if (!value.isEmpty()) {
            line(name + ":" + escaped(value));
        }
    }

    String end() {
        line("END:VCALENDAR");
        return text.toString();
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cc}", " ");
    }

    /// Goes on in the next line after a space; never in the middle of a character.
    private void line(String whole) {
        int used = 0;
        for (int at = 0; at < whole.length(); ) {
            int point = whole.codePointAt(at);
            String piece = Character.toString(point);
            int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > LONGEST_LINE) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(piece);
            used += bytes;
            at += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
