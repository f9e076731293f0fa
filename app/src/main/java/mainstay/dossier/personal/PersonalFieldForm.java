package mainstay.dossier.personal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What may be noted of people, as somebody settles it.
///
/// @param ours     which of our purposes are ticked
/// @param purposes the firm's own, one a line
/// @param revision that the writer saw
public record PersonalFieldForm(
        @Nullable List<String> ours,
        @Nullable String purposes,
        @Nullable String months,
        @Nullable String open,
        @Nullable String revision) {

    private static final int MOST_PURPOSES = 20;
    private static final int LONGEST = 200;
    private static final int MOST_MONTHS = 60;

    static PersonalFieldForm of(PersonalField field) {
        return new PersonalFieldForm(
                field.purposes().stream().filter(PersonalField.OURS::contains).toList(),
                String.join(
                        "\n",
                        field.purposes().stream()
                                .filter(purpose -> !PersonalField.OURS.contains(purpose))
                                .toList()),
                String.valueOf(field.months()),
                field.open() ? "yes" : "",
                String.valueOf(field.revision()));
    }

    public String of(String name) {
        String written = switch (name) {
            case "purposes" -> purposes;
            case "months" -> months;
            case "open" -> open;
            default -> revision;
        };
        return written == null ? "" : written.strip();
    }

    public boolean ticks(String purpose) {
        return ours != null && ours.contains(purpose);
    }

    private List<String> lines() {
        return Stream.concat(
                        PersonalField.OURS.stream().filter(this::ticks),
                        Arrays.stream(of("purposes").split("\\R"))
                                .map(String::strip)
                                .filter(line -> !line.isEmpty()))
                .distinct()
                .toList();
    }

    Map<String, Text> refusals() {
        Map<String, Text> refusals = new LinkedHashMap<>();
        boolean none = lines().isEmpty() && !of("open").isEmpty();
        boolean bad = lines().stream().anyMatch(line -> line.length() > LONGEST || !HarmlessText.is(line));
        if (none || bad || lines().size() > MOST_PURPOSES) {
            refusals.put("purposes", Text.of("personal.settings.wrong.purposes", MOST_PURPOSES, LONGEST));
        }
        boolean number = of("months").matches("\\d{1,2}");
        if (!number || Integer.parseInt(of("months")) < 1 || Integer.parseInt(of("months")) > MOST_MONTHS) {
            refusals.put("months", Text.of("personal.settings.wrong.months", MOST_MONTHS));
        }
        return refusals;
    }

    /// To be asked where nothing is refused.
    PersonalField field(String code) {
        int seen = of("revision").matches("\\d{1,9}") ? Integer.parseInt(of("revision")) : 0;
        return new PersonalField(
                code, lines(), Integer.parseInt(of("months")), !of("open").isEmpty(), seen);
    }
}
