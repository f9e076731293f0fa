package mainstay.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import mainstay.shared.HarmlessText;
import mainstay.shared.Numeral;
import mainstay.shared.web.CalendarDays;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// An activity as somebody wrote it.
///
/// @param account    code; empty inside the firm
/// @param state      empty: done where it is over, planned where it is not
/// @param time       where the firm is; empty: nobody says when on that day
/// @param start      moment with its difference from UTC, from programs, instead of day and time
/// @param subject    empty: the first line of the notes
/// @param colleagues names by which they sign in; none: oneself
/// @param people     numbers of people of the account
/// @param meant      whom ambiguous words of the notes mean, as the question offers it
/// @param seen       revision that the writer saw; empty for a new one
/// @param submission of this one form, so that it counts once however often it is sent
/// @param begunBy    `us` or `them`: who wanted it; empty: nobody says
public record ActivityForm(
        @Nullable String account,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String day,
        @Nullable String time,
        @Nullable String start,
        @Nullable String minutes,
        @Nullable String travel,
        @Nullable String subject,
        @Nullable String notes,
        @Nullable List<String> colleagues,
        @Nullable List<String> people,
        @Nullable List<String> meant,
        @Nullable String seen,
        @Nullable String submission,
        @Nullable String begunBy) {

    public static final int LONGEST_SUBJECT = 300;
    public static final int LONGEST_NOTES = 10_000;
    static final int MOST_MINUTES = 24 * 60;
    static final int YEARS_AHEAD = 5;
    private static final int FIRST_LINE = 120;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    public static ActivityForm fresh(String account, LocalDate today) {
        return new ActivityForm(
                account,
                "",
                "",
                today.toString(),
                "",
                "",
                "30",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                UUID.randomUUID().toString(),
                "");
    }

    public String of(String field) {
        String written = switch (field) {
            case "account" -> account;
            case "kind" -> kind;
            case "state" -> state;
            case "day" -> day;
            case "time" -> time;
            case "start" -> start;
            case "minutes" -> chosen(minutes);
            case "travel" -> travel;
            case "subject" -> subject;
            case "notes" -> notes == null ? null : notes.replace("\r\n", "\n");
            case "seen" -> seen;
            case "begunBy" -> begunBy;
            default -> submission;
        };
        return written == null ? "" : written.strip();
    }

    /// Buttons and a field bear the same name: what is written in the field counts over the button.
    private static @Nullable String chosen(@Nullable String minutes) {
        return minutes == null
                ? null
                : Arrays.stream(minutes.split(",", -1))
                        .filter(one -> !one.isBlank())
                        .reduce((button, field) -> field)
                        .orElse("");
    }

    public List<String> all(String field) {
        List<String> written = switch (field) {
            case "colleagues" -> colleagues;
            case "people" -> people;
            default -> meant;
        };
        return written == null
                ? List.of()
                : written.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    public UUID submissionOrNew() {
        try {
            return UUID.fromString(of("submission"));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    /// The same after somebody else wrote: the writer has now seen that.
    public ActivityForm seeing(int revision) {
        return new ActivityForm(
                account,
                kind,
                state,
                day,
                time,
                start,
                minutes,
                travel,
                subject,
                notes,
                colleagues,
                people,
                meant,
                String.valueOf(revision),
                submission,
                begunBy);
    }

    /// What it is called: what the writer says, else how the notes begin.
    public String title() {
        if (!of("subject").isEmpty()) {
            return of("subject");
        }
        String line = of("notes").lines().findFirst().orElse("").strip();
        int length = Math.min(FIRST_LINE, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, length));
    }

    /// Why fields cannot be taken, by name, as far as the form alone tells.
    ///
    /// @param kinds what can be done
    public Map<String, Text> refusals(List<ActivityKind> kinds, Instant now, ZoneId zone) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        Optional<ActivityKind> wanted = kindOf(kinds);
        if (wanted.isEmpty()) {
            refusals.put("kind", Text.of("activity.wrong.kind"));
        } else if (!wanted.get().internal() && of("account").isEmpty()) {
            refusals.put("account", Text.of("activity.wrong.noAccount"));
        }
        when(now, zone).ifPresent(wrong -> refusals.put(of("start").isEmpty() ? wrong.field() : "day", wrong.why()));
        if (minutesOf("minutes", 1).isEmpty()) {
            refusals.put("minutes", Text.of("activity.wrong.minutes"));
        }
        if (minutesOf("travel", 0).isEmpty()) {
            refusals.put("travel", Text.of("activity.wrong.travel"));
        }
        if (!List.of("", "us", "them").contains(of("begunBy"))) {
            refusals.put("begunBy", Text.of("activity.wrong.begunBy"));
        }
        refuseTexts(refusals);
        return refusals;
    }

    /// Who wanted it; null where nobody says, and among ourselves.
    public @Nullable String begunByOrNull(ActivityKind kind) {
        return of("begunBy").isEmpty() || kind.internal() ? null : of("begunBy");
    }

    private void refuseTexts(Map<String, Text> refusals) {
        String title = title();
        if (title.isEmpty()) {
            refusals.put("notes", Text.of("activity.wrong.nothing"));
        } else if (length(title) > LONGEST_SUBJECT) {
            refusals.put("subject", Text.of("activity.wrong.subject", LONGEST_SUBJECT));
        } else if (!HarmlessText.is(title)) {
            refusals.put("subject", Text.of("activity.wrong.harmful"));
        }
        if (length(of("notes")) > LONGEST_NOTES) {
            refusals.put("notes", Text.of("activity.wrong.notes", LONGEST_NOTES));
        } else if (!HarmlessText.is(of("notes"))) {
            refusals.put("notes", Text.of("activity.wrong.harmful"));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// A field of the moment that cannot be taken.
    private record Wrong(String field, Text why) {

        static Optional<Wrong> of(String field, String key, Object... arguments) {
            return Optional.of(new Wrong(field, Text.of(key, arguments)));
        }
    }

    private Optional<Wrong> when(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Optional<ActivityState> wanted = ActivityState.parse(of("state"));
        if (!of("state").isEmpty() && (wanted.isEmpty() || wanted.get() == ActivityState.CANCELLED)) {
            return Wrong.of("state", "activity.wrong.state");
        }
        if (of("start").isEmpty() && writtenDay().isEmpty()) {
            return Wrong.of("day", "activity.wrong.day", today);
        }
        if (of("start").isEmpty() && !of("time").isEmpty()) {
            if (clockTime().isEmpty()) {
                return Wrong.of("time", "activity.wrong.time");
            }
            if (ActivityMoment.isSkipped(writtenDay().orElseThrow(), clockTime().orElseThrow(), zone)) {
                return Wrong.of("time", "activity.wrong.skipped");
            }
        }
        Optional<ActivityMoment> moment = moment(zone);
        if (moment.isEmpty() || moment.get().onDay().isAfter(today.plusYears(YEARS_AHEAD))) {
            return Wrong.of("day", "activity.wrong.day", today);
        }
        return wanted.filter(
                        state -> state == ActivityState.DONE && moment.get().isAhead(now, zone))
                .flatMap(state -> Wrong.of("state", "activity.wrong.ahead"));
    }

    private Optional<LocalDate> writtenDay() {
        try {
            return Optional.of(CalendarDays.day(of("day")));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Optional<LocalTime> clockTime() {
        try {
            return Optional.of(LocalTime.parse(Numeral.plain(of("time")), TIME));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// Nothing where it cannot be read.
    public Optional<ActivityMoment> moment(ZoneId zone) {
        try {
            if (!of("start").isEmpty()) {
                ActivityMoment moment =
                        ActivityMoment.of(OffsetDateTime.parse(of("start")).toInstant(), zone);
                CalendarDays.day(moment.onDay().toString());
                return Optional.of(moment);
            }
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
        return of("time").isEmpty()
                ? writtenDay().map(on -> ActivityMoment.of(on, zone))
                : writtenDay().flatMap(on -> clockTime().map(time -> ActivityMoment.of(on, time, zone)));
    }

    /// What is not said follows from the moment.
    public ActivityState stateAt(ActivityMoment moment, Instant now, ZoneId zone) {
        return ActivityState.parse(of("state"))
                .orElse(moment.isAhead(now, zone) ? ActivityState.PLANNED : ActivityState.DONE);
    }

    public Optional<ActivityKind> kindOf(List<ActivityKind> kinds) {
        return kinds.stream().filter(one -> one.code().equals(of("kind"))).findFirst();
    }

    /// @param least of what is written; nothing written is no way to go
    public OptionalInt minutesOf(String field, int least) {
        String written = Numeral.plain(of(field));
        if (written.isEmpty() && least == 0) {
            return OptionalInt.of(0);
        }
        if (!written.matches("\\d{1,4}")) {
            return OptionalInt.empty();
        }
        int count = Integer.parseInt(written);
        return count < least || count > MOST_MINUTES ? OptionalInt.empty() : OptionalInt.of(count);
    }

    public @Nullable String notesOrNull() {
        return of("notes").isEmpty() ? null : of("notes");
    }

    /// As it stands, to be corrected.
    ///
    /// @param account    code
    /// @param colleagues names by which they sign in
    public static ActivityForm of(Activity activity, String account, List<String> colleagues, ZoneId zone) {
        LocalTime at = activity.time(zone);
        return new ActivityForm(
                account,
                activity.kind(),
                activity.state().code(),
                activity.onDay().toString(),
                at == null ? "" : at.format(DateTimeFormatter.ofPattern("HH:mm")),
                "",
                String.valueOf(activity.minutes()),
                activity.travelMinutes() == 0 ? "" : String.valueOf(activity.travelMinutes()),
                activity.subject(),
                Objects.requireNonNullElse(activity.notes(), ""),
                colleagues,
                activity.people().stream().map(String::valueOf).toList(),
                List.of(),
                String.valueOf(activity.revision()),
                UUID.randomUUID().toString(),
                Objects.requireNonNullElse(activity.begunBy(), ""));
    }
}
