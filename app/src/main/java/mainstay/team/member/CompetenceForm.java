package mainstay.team.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// An assessment as it was written.
public record CompetenceForm(
        @Nullable String assessedOn,
        @Nullable String knowledge,
        @Nullable String skill,
        @Nullable String attitude,
        @Nullable String steps,
        @Nullable String nextOn) {

    private static final int LONGEST = 1_000;

    static CompetenceForm empty(LocalDate today) {
        return new CompetenceForm(today.toString(), "", "", "", "", "");
    }

    /// What stands in a field, by its name.
    public String of(String field) {
        return Objects.requireNonNullElse(
                        switch (field) {
                            case "assessedOn" -> assessedOn;
                            case "knowledge" -> knowledge;
                            case "skill" -> skill;
                            case "attitude" -> attitude;
                            case "steps" -> steps;
                            case "nextOn" -> nextOn;
                            default -> throw new IllegalArgumentException("no field " + field);
                        },
                        "")
                .strip();
    }

    Map<String, Text> refusals(LocalDate today) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        LocalDate day = day("assessedOn");
        if (day == null || day.isAfter(today) || day.getYear() < 1990) {
            refusals.put("assessedOn", Text.of("competence.wrong.day"));
        }
        Competence.SIDES.forEach(side -> {
            if (!of(side).matches("[1-5]")) {
                refusals.put(side, Text.of("competence.wrong.mark"));
            }
        });
        if (of("steps").length() > LONGEST || !HarmlessText.is(of("steps"))) {
            refusals.put("steps", Text.of("competence.wrong.steps", LONGEST));
        }
        LocalDate next = day("nextOn");
        if (!of("nextOn").isEmpty() && (next == null || (day != null && !next.isAfter(day)) || next.getYear() > 2200)) {
            refusals.put("nextOn", Text.of("competence.wrong.next"));
        }
        return refusals;
    }

    @Nullable
    LocalDate day(String field) {
        try {
            return LocalDate.parse(of(field));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
