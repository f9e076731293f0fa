package mainstay.accounts.people;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A person as somebody wrote it. Lines of contacts and days whose value is empty are left out.
///
/// @param ownCode    of another system; not called code, as that is what addresses call the code of the account
/// @param seen       revision that the writer saw
/// @param submission of this one form, so that it counts once however often it is sent
/// @param anyway     whether it is somebody else than those who look alike
public record PersonForm(
        @Nullable String name,
        @Nullable String latinName,
        @Nullable String ownCode,
        @Nullable List<String> contactKind,
        @Nullable List<String> contactValue,
        @Nullable List<String> contactNote,
        @Nullable List<String> dateKind,
        @Nullable List<String> dateMonth,
        @Nullable List<String> dateDay,
        @Nullable List<String> dateNote,
        @Nullable String seen,
        @Nullable String submission,
        @Nullable String anyway) {

    static final int LONGEST_NAME = 300;
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_NOTE = 100;
    private static final int MOST_LINES = 30;
    private static final int SPARE = 2;

    /// The same, understood.
    record Wish(
            String name,
            @Nullable String latinName,
            @Nullable String code,
            List<Contact> contacts,
            List<YearlyDay> days) {}

    /// A line of contacts or days, as written.
    public record Line(String kind, String first, String second, String note) {}

    public static PersonForm empty() {
        return new PersonForm("", "", "", null, null, null, null, null, null, null, "", newSubmission(), "");
    }

    static PersonForm of(PersonFile file) {
        Person person = file.person();
        return new PersonForm(
                person.name(),
                Objects.requireNonNullElse(person.latinName(), ""),
                Objects.requireNonNullElse(person.code(), ""),
                file.contacts().stream().map(one -> one.kind().code()).toList(),
                file.contacts().stream().map(Contact::value).toList(),
                file.contacts().stream()
                        .map(one -> Objects.requireNonNullElse(one.note(), ""))
                        .toList(),
                file.days().stream().map(YearlyDay::kind).toList(),
                file.days().stream()
                        .map(one -> String.valueOf(one.day().getMonthValue()))
                        .toList(),
                file.days().stream()
                        .map(one -> String.valueOf(one.day().getDayOfMonth()))
                        .toList(),
                file.days().stream()
                        .map(one -> Objects.requireNonNullElse(one.note(), ""))
                        .toList(),
                String.valueOf(person.revision()),
                "",
                "");
    }

    static String newSubmission() {
        return UUID.randomUUID().toString();
    }

    /// The same after somebody else wrote: the writer has now seen that.
    PersonForm seeing(Person now) {
        return new PersonForm(
                name,
                latinName,
                ownCode,
                contactKind,
                contactValue,
                contactNote,
                dateKind,
                dateMonth,
                dateDay,
                dateNote,
                String.valueOf(now.revision()),
                submission,
                anyway);
    }

    public String of(String field) {
        String written = switch (field) {
            case "name" -> name;
            case "latinName" -> latinName;
            case "ownCode" -> ownCode;
            case "seen" -> seen;
            case "anyway" -> anyway;
            default -> submission;
        };
        return written == null ? "" : written.strip();
    }

    UUID submissionOrNew() {
        return parsed(of("submission")).orElseGet(UUID::randomUUID);
    }

    static Optional<UUID> parsed(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// Contacts as written, with some empty lines after them.
    public List<Line> contactLines() {
        return lines(contactKind, contactValue, null, contactNote);
    }

    public List<Line> dateLines() {
        return lines(dateKind, dateMonth, dateDay, dateNote);
    }

    private static List<Line> lines(
            @Nullable List<String> kinds,
            @Nullable List<String> firsts,
            @Nullable List<String> seconds,
            @Nullable List<String> notes) {
        List<Line> lines = new ArrayList<>();
        int count = firsts == null ? 0 : firsts.size();
        for (int i = 0; i < count; i++) {
            Line line = new Line(at(kinds, i), at(firsts, i), at(seconds, i), at(notes, i));
            if (!line.first().isEmpty() || !line.second().isEmpty()) {
                lines.add(line);
            }
        }
        for (int i = 0; i < SPARE; i++) {
            lines.add(new Line("", "", "", ""));
        }
        return lines;
    }

    private static String at(@Nullable List<String> texts, int place) {
        return texts == null || place >= texts.size() || texts.get(place) == null
                ? ""
                : texts.get(place).strip();
    }

    private static List<Line> written(List<Line> lines) {
        return lines.subList(0, lines.size() - SPARE);
    }

    /// Why fields of the form cannot be taken, by name.
    Map<String, Text> refusals() {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (of("name").isEmpty() || of("name").length() > LONGEST_NAME) {
            refusals.put("name", Text.of("people.wrong.name", LONGEST_NAME));
        }
        if (of("latinName").length() > LONGEST_NAME) {
            refusals.put("latinName", Text.of("people.wrong.latinName", LONGEST_NAME));
        }
        if (of("ownCode").length() > LONGEST_CODE) {
            refusals.put("ownCode", Text.of("people.wrong.code", LONGEST_CODE));
        }
        for (String field : List.of("name", "latinName", "ownCode")) {
            if (!HarmlessText.is(of(field))) {
                refusals.put(field, Text.of("people.wrong.harmful"));
            }
        }
        contactRefusal().ifPresent(why -> refusals.put("contacts", why));
        dateRefusal().ifPresent(why -> refusals.put("dates", why));
        return refusals;
    }

    private Optional<Text> contactRefusal() {
        List<Line> lines = written(contactLines());
        if (lines.size() > MOST_LINES) {
            return Optional.of(Text.of("people.wrong.lines", MOST_LINES));
        }
        for (Line line : lines) {
            Optional<ContactKind> kind = ContactKind.parse(line.kind());
            if (kind.isEmpty()) {
                return Optional.of(Text.of("people.wrong.contactKind"));
            }
            if (line.first().length() > LONGEST_NAME || line.note().length() > LONGEST_NOTE) {
                return Optional.of(Text.of("people.wrong.contactLength", LONGEST_NAME, LONGEST_NOTE));
            }
            if (!HarmlessText.is(line.first()) || !HarmlessText.is(line.note())) {
                return Optional.of(Text.of("people.wrong.harmful"));
            }
            if (!kind.get().takes(line.first())) {
                return Optional.of(Text.of("people.wrong." + kind.get().code(), line.first()));
            }
        }
        return Optional.empty();
    }

    private Optional<Text> dateRefusal() {
        List<Line> lines = written(dateLines());
        if (lines.size() > MOST_LINES) {
            return Optional.of(Text.of("people.wrong.lines", MOST_LINES));
        }
        for (Line line : lines) {
            if (!YearlyDay.KINDS.contains(line.kind())) {
                return Optional.of(Text.of("people.wrong.dateKind"));
            }
            if (day(line).isEmpty()) {
                return Optional.of(Text.of("people.wrong.date", line.second(), line.first()));
            }
            if (line.note().length() > LONGEST_NOTE || !HarmlessText.is(line.note())) {
                return Optional.of(Text.of("people.wrong.dateNote", LONGEST_NOTE));
            }
        }
        return Optional.empty();
    }

    private static Optional<MonthDay> day(Line line) {
        if (!line.first().matches("\\d{1,2}") || !line.second().matches("\\d{1,2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MonthDay.of(Integer.parseInt(line.first()), Integer.parseInt(line.second())));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// To be asked where nothing is refused.
    Wish wish() {
        return new Wish(
                of("name"),
                nullable(of("latinName")),
                nullable(of("ownCode")),
                written(contactLines()).stream()
                        .map(line -> new Contact(
                                ContactKind.parse(line.kind()).orElseThrow(), line.first(), nullable(line.note())))
                        .toList(),
                written(dateLines()).stream()
                        .map(line -> new YearlyDay(line.kind(), day(line).orElseThrow(), nullable(line.note())))
                        .toList());
    }

    static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }
}
