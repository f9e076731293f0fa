package mainstay.relationships.exchange;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceId;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// A calendar as RFC 5545 has it. What comes again is laid out for two years back and one ahead, and no oftener than
/// daily: a rule of a few letters can mean millions of moments.
final class CalendarFile {

    static final long LARGEST = 4L << 20;
    private static final int MOST_OF_ONE = 400;
    private static final int YEARS_BACK = 2;
    private static final int WHOLE_DAY = 8 * 60;

    /// Whole days that come again oftener are no time that anybody spent.
    private static final int MOST_WHOLE_DAYS = 14;

    private static final Duration LONGEST_DAY = Duration.ofHours(26);
    private static final int LONGEST_UID = 200;
    private static final String EXTERNAL = "meeting";
    private static final String INTERNAL = "coordination";
    private static final Set<Frequency> TOO_OFTEN =
            EnumSet.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);

    private final ZoneId zone;
    private final LocalDate today;
    private final String account;
    private final UnaryOperator<String> named;
    private final List<SentActivity> rows = new ArrayList<>();
    private final Set<String> moved = new HashSet<>();

    /// @param account code of where events belong that name none; empty: they stay inside the firm
    /// @param named   the code of the account that a text names; empty where it names none
    CalendarFile(ZoneId zone, LocalDate today, String account, UnaryOperator<String> named) {
        this.zone = zone;
        this.today = today;
        this.account = account;
        this.named = named;
    }

    /// How moments of an event are meant.
    private enum Form {
        /// a moment, whatever clocks show
        FIXED,
        /// what a clock shows wherever one is; here where the firm is
        FLOATING,
        /// a day
        DAY
    }

    SentFile read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new Problem.Invalid("activityFile.tooLarge", LARGEST >> 20);
        }
        String text = text(path);
        List<ICalendar> calendars = Biweekly.parse(text).all();
        if (calendars.isEmpty() || !text.contains("BEGIN:VCALENDAR")) {
            throw new Problem.Invalid("activityFile.noCalendar");
        }
        for (ICalendar calendar : calendars) {
            calendar.getEvents().forEach(event -> noteMoved(event));
            for (VEvent event : calendar.getEvents()) {
                take(event, calendar.getTimezoneInfo());
            }
        }
        if (rows.isEmpty()) {
            throw new Problem.Invalid("activityFile.noEvents");
        }
        return new SentFile(List.of(), rows);
    }

    /// As the standard wants it, else in the letters of Chinese programs.
    private static String text(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        return decoded(bytes, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, Charset.forName("GB18030")))
                .orElseThrow(() -> new Problem.Invalid("activityFile.noCalendar"));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private void noteMoved(VEvent event) {
        RecurrenceId instance = event.getRecurrenceId();
        if (instance != null && instance.getValue() != null) {
            moved.add(instanceOf(uid(event), instance.getValue()));
        }
    }

    private static String uid(VEvent event) {
        String own = event.getUid() == null ? null : event.getUid().getValue();
        String plain = own == null || own.isBlank() ? summary(event) + "@" + event.getDateStart() : own.strip();
        return plain.length() > LONGEST_UID
                ? plain.substring(0, LONGEST_UID / 2) + Integer.toHexString(plain.hashCode()) + plain.length()
                : plain;
    }

    /// The reader of calendars takes 30 February for 2 March.
    private static boolean isDay(ICalDate day) {
        DateTimeComponents said = day.getRawComponents();
        if (said == null) {
            return true;
        }
        boolean isMonth = said.getMonth() >= 1 && said.getMonth() <= Month.values().length;
        return isMonth && YearMonth.of(said.getYear(), said.getMonth()).isValidDay(said.getDate());
    }

    private static String instanceOf(String uid, Date instance) {
        return uid + "/" + instance.toInstant();
    }

    private void take(VEvent event, TimezoneInfo zones) {
        if (rows.size() > SentFile.MOST) {
            throw new Problem.Invalid("activityFile.tooLong", SentFile.MOST);
        }
        DateStart start = event.getDateStart();
        ICalDate first = start == null ? null : start.getValue();
        if (start == null || first == null) {
            rows.add(fault(event, "activityFile.noStart"));
            return;
        }
        if (!isDay(first)) {
            rows.add(fault(event, "activityFile.noSuchDay"));
            return;
        }
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            rows.add(fault(event, "activityFile.cancelled"));
            return;
        }
        Form form = form(start, first, zones);
        if (form == null) {
            rows.add(fault(event, "activityFile.zone"));
            return;
        }
        long minutes = minutes(event, first, form);
        if (minutes < 0) {
            rows.add(fault(event, "activityFile.severalDays"));
        } else if (event.getRecurrenceRule() == null
                && event.getRecurrenceDates().isEmpty()) {
            RecurrenceId instance = event.getRecurrenceId();
            String uid = instance == null || instance.getValue() == null
                    ? uid(event)
                    : instanceOf(uid(event), instance.getValue());
            rows.add(row(event, uid, first, form, minutes));
        } else {
            repeat(event, start, form, minutes, zones);
        }
    }

    /// Null where nobody knows the zone that it names.
    private static @Nullable Form form(DateStart start, ICalDate first, TimezoneInfo zones) {
        if (!first.hasTime()) {
            return Form.DAY;
        }
        boolean utc =
                first.getRawComponents() != null && first.getRawComponents().isUtc();
        if (utc || zones.getTimezone(start) != null) {
            return Form.FIXED;
        }
        return start.getParameters().getTimezoneId() == null ? Form.FLOATING : null;
    }

    /// Less than none where whole days go on for several.
    private static long minutes(VEvent event, Date first, Form form) {
        DateEnd end = event.getDateEnd();
        Duration length = Duration.ZERO;
        if (end != null && end.getValue() != null) {
            length = Duration.between(first.toInstant(), end.getValue().toInstant());
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            length = Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        if (form == Form.DAY) {
            return length.compareTo(LONGEST_DAY) > 0 ? -1 : WHOLE_DAY;
        }
        return Math.max(0, length.toMinutes());
    }

    private void repeat(VEvent event, DateStart start, Form form, long minutes, TimezoneInfo zones) {
        if (event.getRecurrenceRule() != null
                && event.getRecurrenceRule().getValue() != null
                && TOO_OFTEN.contains(event.getRecurrenceRule().getValue().getFrequency())) {
            rows.add(fault(event, "activityFile.tooOften"));
            return;
        }
        TimezoneAssignment own = zones.getTimezone(start);
        TimeZone clock = form != Form.FIXED
                ? TimeZone.getDefault()
                : own == null ? TimeZone.getTimeZone("UTC") : own.getTimeZone();
        Instant from = today.minusYears(YEARS_BACK).atStartOfDay(zone).toInstant();
        Instant until = today.plusYears(1).atStartOfDay(zone).toInstant();
        List<SentActivity> laidOut = new ArrayList<>();
        boolean any = false;
        try {
            DateIterator moments = event.getDateIterator(clock);
            moments.advanceTo(Date.from(from));
            while (moments.hasNext() && laidOut.size() <= MOST_OF_ONE) {
                Date moment = moments.next();
                if (moment.toInstant().isAfter(until)) {
                    break;
                }
                any = true;
                String uid = instanceOf(uid(event), moment);
                if (!moved.contains(uid)) {
                    laidOut.add(row(event, uid, moment, form, minutes));
                }
            }
        } catch (RuntimeException unreadable) {
            rows.add(fault(event, "activityFile.rule"));
            return;
        }
        if (!any) {
            rows.add(fault(event, "activityFile.never"));
        } else if (laidOut.size() > MOST_OF_ONE) {
            rows.add(fault(event, "activityFile.tooMany", MOST_OF_ONE));
        } else if (form == Form.DAY && laidOut.size() > MOST_WHOLE_DAYS) {
            rows.add(fault(event, "activityFile.wholeDays", laidOut.size(), hours(laidOut.size()), MOST_WHOLE_DAYS));
        } else {
            rows.addAll(laidOut);
        }
    }

    private static int hours(int days) {
        return days * WHOLE_DAY / 60;
    }

    private SentActivity row(VEvent event, String uid, Date moment, Form form, long minutes) {
        String subject = summary(event);
        String notes = text(event.getDescription());
        String code = named.apply(subject + "\n" + notes + "\n" + text(event.getLocation()));
        String where = code.isEmpty() ? account : code;
        LocalDateTime shown = LocalDateTime.ofInstant(moment.toInstant(), ZoneId.systemDefault());
        Instant at = form == Form.FLOATING ? shown.atZone(zone).toInstant() : moment.toInstant();
        return new SentActivity(
                rows.size() + 1L,
                List.of(),
                where,
                where.isEmpty() ? INTERNAL : EXTERNAL,
                "",
                form == Form.DAY ? shown.toLocalDate().toString() : "",
                "",
                form == Form.DAY ? "" : at.atZone(zone).toOffsetDateTime().toString(),
                String.valueOf(minutes),
                "",
                subject,
                notes,
                List.of(),
                "",
                uid,
                null,
                List.of());
    }

    private SentActivity fault(VEvent event, String key, Object... arguments) {
        DateStart start = event.getDateStart();
        ICalDate first = start == null ? null : start.getValue();
        return new SentActivity(
                rows.size() + 1L,
                List.of(),
                "",
                "",
                "",
                first == null
                        ? ""
                        : first.toInstant().atZone(zone).toLocalDate().toString(),
                "",
                "",
                "",
                "",
                summary(event),
                "",
                List.of(),
                "",
                uid(event),
                key,
                List.of(arguments));
    }

    private static String summary(VEvent event) {
        String said = text(event.getSummary());
        return said.isEmpty() ? "?" : said;
    }

    /// Without what no text of ours may hold.
    private static String text(@Nullable TextProperty property) {
        String value = property == null ? "" : Objects.requireNonNullElse(property.getValue(), "");
        return HarmlessText.cleaned(value).strip();
    }
}
