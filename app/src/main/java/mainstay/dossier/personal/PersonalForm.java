package mainstay.dossier.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Something personal as somebody wrote it.
///
/// @param seen number of the fact that the writer saw in this place; empty where it was empty
public record PersonalForm(
        @Nullable String word,
        @Nullable String purpose,
        @Nullable String source,
        @Nullable String observedOn,
        @Nullable String expiresOn,
        @Nullable String seen) {

    static final int LONGEST = 2000;
    static final int LONGEST_SOURCE = 200;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /// The same, understood.
    record Wish(String word, String purpose, String source, LocalDate observedOn, LocalDate expiresOn) {}

    static PersonalForm of(PersonalField field, @Nullable PersonalFact standing, LocalDate today) {
        return new PersonalForm(
                standing == null ? "" : standing.word(),
                standing == null ? field.purposes().stream().findFirst().orElse("") : standing.purpose(),
                standing == null ? "" : standing.source(),
                today.toString(),
                today.plusMonths(field.months()).toString(),
                standing == null ? "" : String.valueOf(standing.id()));
    }

    PersonalForm seeing(@Nullable PersonalFact now) {
        return new PersonalForm(
                word, purpose, source, observedOn, expiresOn, now == null ? "" : String.valueOf(now.id()));
    }

    public String of(String field) {
        String written = switch (field) {
            case "word" -> word;
            case "purpose" -> purpose;
            case "source" -> source;
            case "observedOn" -> observedOn;
            case "expiresOn" -> expiresOn;
            default -> seen;
        };
        return written == null ? "" : written.strip();
    }

    /// Why fields of the form cannot be taken, by name. Never says what was written.
    Map<String, Text> refusals(PersonalField field, LocalDate today) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        refuse(refusals, "word", LONGEST);
        refuse(refusals, "source", LONGEST_SOURCE);
        if (!field.purposes().contains(of("purpose"))) {
            refusals.put("purpose", Text.of("personal.wrong.purpose"));
        }
        LocalDate observed = day("observedOn");
        if (observed == null || observed.isBefore(FIRST) || observed.isAfter(today)) {
            refusals.put("observedOn", Text.of("personal.wrong.observed", today));
            return refusals;
        }
        LocalDate expires = day("expiresOn");
        LocalDate last = observed.plusMonths(field.months());
        if (!last.isAfter(today)) {
            refusals.put("observedOn", Text.of("personal.wrong.tooOld", field.months()));
        } else if (expires == null || !expires.isAfter(today) || expires.isAfter(last)) {
            refusals.put("expiresOn", Text.of("personal.wrong.expires", last));
        }
        return refusals;
    }

    private void refuse(Map<String, Text> refusals, String name, int longest) {
        if (of(name).isEmpty() || of(name).length() > longest) {
            refusals.put(name, Text.of("personal.wrong." + name, longest));
        } else if (!HarmlessText.is(of(name))) {
            refusals.put(name, Text.of("people.wrong.harmful"));
        }
    }

    /// To be asked where nothing is refused.
    Wish wish() {
        return new Wish(
                of("word"),
                of("purpose"),
                of("source"),
                Objects.requireNonNull(day("observedOn")),
                Objects.requireNonNull(day("expiresOn")));
    }

    private @Nullable LocalDate day(String name) {
        try {
            return LocalDate.parse(of(name));
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "PersonalForm[" + of("seen") + "]";
    }
}
