package mainstay.dossier;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import mainstay.identity.Level;
import mainstay.shared.HarmlessText;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A field as somebody wrote it.
///
/// @param choices     one a line
/// @param halfLife    in months; empty: never old
/// @param sensitivity number of a level
/// @param category    of accounts that are asked; none: all are
/// @param leastStars  empty: of all accounts
/// @param revision    that the writer saw
public record FieldForm(
        @Nullable String name,
        @Nullable String part,
        @Nullable String kind,
        @Nullable String unit,
        @Nullable String choices,
        @Nullable String halfLife,
        @Nullable String weight,
        @Nullable String sensitivity,
        @Nullable List<String> category,
        @Nullable String leastStars,
        @Nullable String revision) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_UNIT = 30;
    private static final int MOST_CHOICES = 50;
    private static final int LONGEST_CHOICE = 100;
    private static final int LONGEST_LIFE = 600;
    private static final int MOST_WEIGHT = 9;
    private static final int MOST_STARS = 4;

    /// The same, understood.
    record Wish(
            @Nullable String name,
            Part part,
            FieldKind kind,
            @Nullable String unit,
            List<String> choices,
            @Nullable Integer halfLife,
            int weight,
            Level sensitivity,
            List<String> categories,
            @Nullable Integer leastStars) {}

    static FieldForm empty() {
        return new FieldForm("", Part.BASIC.code(), FieldKind.TEXT.code(), "", "", "12", "1", "2", List.of(), "", "");
    }

    static FieldForm of(Field field) {
        return new FieldForm(
                Objects.requireNonNullElse(field.name(), ""),
                field.part().code(),
                field.kind().code(),
                Objects.requireNonNullElse(field.unit(), ""),
                String.join("\n", field.choices()),
                text(field.halfLife()),
                String.valueOf(field.weight()),
                String.valueOf(field.sensitivity().number()),
                field.categories(),
                text(field.leastStars()),
                String.valueOf(field.revision()));
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    public String of(String field) {
        String written = switch (field) {
            case "name" -> name;
            case "part" -> part;
            case "kind" -> kind;
            case "unit" -> unit;
            case "choices" -> choices;
            case "halfLife" -> halfLife;
            case "weight" -> weight;
            case "sensitivity" -> sensitivity;
            case "leastStars" -> leastStars;
            default -> revision;
        };
        return written == null ? "" : written.strip();
    }

    public List<String> categories() {
        return category == null
                ? List.of()
                : category.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    /// @param before the field as it is kept; null where it is a new one
    Map<String, Text> refusals(@Nullable Field before, List<String> knownCategories) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        boolean own = before == null || before.isOwn();
        refuseWord(refusals, "name", LONGEST_NAME, own);
        refuseWord(refusals, "unit", LONGEST_UNIT, false);
        if (Part.parse(of("part")).isEmpty()) {
            refusals.put("part", Text.of("archive.fields.wrong.part"));
        }
        if (kind(before) == null) {
            refusals.put("kind", Text.of("archive.fields.wrong.kind"));
        } else if (kind(before) == FieldKind.CHOICE) {
            refuseChoices(refusals);
        }
        refuseNumber(refusals, "halfLife", 1, LONGEST_LIFE, true);
        refuseNumber(refusals, "weight", 0, MOST_WEIGHT, false);
        refuseNumber(refusals, "sensitivity", 1, Level.PERSONAL.number(), false);
        refuseNumber(refusals, "leastStars", 1, MOST_STARS, true);
        List<String> kept = before == null ? List.of() : before.categories();
        categories().stream()
                .filter(one -> !knownCategories.contains(one) && !kept.contains(one))
                .findFirst()
                .ifPresent(one -> refusals.put("category", Text.of("archive.fields.wrong.category", one)));
        return refusals;
    }

    private void refuseWord(Map<String, Text> refusals, String field, int longest, boolean needed) {
        String word = of(field);
        if (word.length() > longest || (needed && word.isEmpty())) {
            refusals.put(field, Text.of("archive.fields.wrong." + field, longest));
        } else if (!HarmlessText.is(word)) {
            refusals.put(field, Text.of("archive.wrong.harmful"));
        }
    }

    private void refuseChoices(Map<String, Text> refusals) {
        List<String> all = choiceList();
        if (all.size() < 2
                || all.size() > MOST_CHOICES
                || all.stream().anyMatch(one -> one.length() > LONGEST_CHOICE)
                || new HashSet<>(all).size() < all.size()) {
            refusals.put("choices", Text.of("archive.fields.wrong.choices", MOST_CHOICES, LONGEST_CHOICE));
        } else if (!HarmlessText.is(of("choices"))) {
            refusals.put("choices", Text.of("archive.wrong.harmful"));
        }
    }

    private void refuseNumber(Map<String, Text> refusals, String field, int least, int most, boolean mayBeEmpty) {
        String written = of(field);
        if (written.isEmpty() && mayBeEmpty) {
            return;
        }
        OptionalInt number = whole(written);
        if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
            refusals.put(field, Text.of("archive.fields.wrong." + field, least, most));
        }
    }

    private static OptionalInt whole(String written) {
        String plain = Numeral.plain(written);
        return plain.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(plain)) : OptionalInt.empty();
    }

    private List<String> choiceList() {
        return Arrays.stream(of("choices").split("\\R"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private @Nullable FieldKind kind(@Nullable Field before) {
        return before != null
                ? before.kind()
                : FieldKind.parse(of("kind"))
                        .filter(one -> one != FieldKind.READ)
                        .orElse(null);
    }

    /// What cannot be read was not seen.
    int seen() {
        return whole(of("revision")).orElse(-1);
    }

    /// To be asked where nothing is refused.
    Wish wish(@Nullable Field before) {
        FieldKind asked = Objects.requireNonNull(kind(before));
        boolean counted = asked == FieldKind.NUMBER;
        return new Wish(
                of("name").isEmpty() ? null : of("name"),
                Part.parse(of("part")).orElseThrow(),
                asked,
                counted && !of("unit").isEmpty() ? of("unit") : null,
                asked == FieldKind.CHOICE ? choiceList() : List.of(),
                number("halfLife"),
                Objects.requireNonNull(number("weight")),
                Level.of(Objects.requireNonNull(number("sensitivity"))),
                categories(),
                number("leastStars"));
    }

    private @Nullable Integer number(String field) {
        OptionalInt number = whole(of(field));
        return number.isPresent() ? number.getAsInt() : null;
    }
}
