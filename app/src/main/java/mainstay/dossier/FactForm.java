package mainstay.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A fact as somebody wrote it.
///
/// @param seen the number of the fact that the writer saw in this place; empty where it was empty
public record FactForm(
        @Nullable String value,
        @Nullable String source,
        @Nullable String observedOn,
        @Nullable String confidence,
        @Nullable String seen) {

    static final int LONGEST_SOURCE = 200;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /// The same, understood.
    public record Wish(FactValue value, String source, LocalDate observedOn, Confidence confidence) {}

    /// What a writer begins with: the value that stands, observed today.
    static FactForm of(@Nullable Fact standing, LocalDate today) {
        return new FactForm(
                standing == null ? "" : standing.value().plain(),
                "",
                today.toString(),
                Confidence.REPORTED.code(),
                standing == null ? "" : String.valueOf(standing.id()));
    }

    /// The same after somebody else wrote: the writer has now seen that.
    FactForm seeing(@Nullable Fact now) {
        return new FactForm(value, source, observedOn, confidence, now == null ? "" : String.valueOf(now.id()));
    }

    /// With what another one says beforehand. What the writer has seen is this form's to tell.
    FactForm filledIn(FactForm other) {
        return new FactForm(
                first(other.of("value"), of("value")),
                first(other.of("source"), of("source")),
                first(other.of("observedOn"), of("observedOn")),
                of("confidence"),
                of("seen"));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    public String of(String name) {
        String written = switch (name) {
            case "value" -> value;
            case "source" -> source;
            case "observedOn" -> observedOn;
            case "confidence" -> confidence;
            default -> seen;
        };
        return written == null ? "" : written.strip();
    }

    /// Why fields of the form cannot be taken, by name.
    public Map<String, Text> refusals(Field field, LocalDate today) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (FactValue.of(field, of("value")) instanceof FactValue.Bad bad) {
            refusals.put("value", bad.reason());
        }
        String said = of("source");
        if (said.isEmpty() || said.length() > LONGEST_SOURCE) {
            refusals.put("source", Text.of("archive.wrong.source", LONGEST_SOURCE));
        } else if (!HarmlessText.is(said)) {
            refusals.put("source", Text.of("archive.wrong.harmful"));
        }
        LocalDate day = day();
        if (day == null || day.isBefore(FIRST)) {
            refusals.put("observedOn", Text.of("archive.wrong.observed"));
        } else if (day.isAfter(today)) {
            refusals.put("observedOn", Text.of("archive.wrong.future", today));
        }
        if (Confidence.parse(of("confidence")).isEmpty()) {
            refusals.put("confidence", Text.of("archive.wrong.confidence"));
        }
        return refusals;
    }

    /// To be asked where nothing is refused.
    public Wish wish(Field field) {
        return switch (FactValue.of(field, of("value"))) {
            case FactValue.Good good ->
                new Wish(
                        good.value(),
                        of("source"),
                        Objects.requireNonNull(day()),
                        Confidence.parse(of("confidence")).orElseThrow());
            case FactValue.Bad bad ->
                throw new IllegalArgumentException(bad.reason().key());
        };
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(of("observedOn"));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
