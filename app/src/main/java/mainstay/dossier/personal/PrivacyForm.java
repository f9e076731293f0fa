package mainstay.dossier.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A person's request as somebody wrote it down.
///
/// @param sure for what cannot be undone
public record PrivacyForm(
        @Nullable String askedOn,
        @Nullable String way,
        @Nullable String sure) {

    private static final int LONGEST_WAY = 200;
    private static final int YEARS_BACK = 1;

    static PrivacyForm of(LocalDate today) {
        return new PrivacyForm(today.toString(), "", "");
    }

    public String of(String field) {
        String written = switch (field) {
            case "askedOn" -> askedOn;
            case "way" -> way;
            default -> sure;
        };
        return written == null ? "" : written.strip();
    }

    Map<String, Text> refusals(LocalDate today, boolean forGood) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        LocalDate day = dayOrNull();
        if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(YEARS_BACK))) {
            refusals.put("askedOn", Text.of("privacy.wrong.askedOn", today));
        }
        if (of("way").isEmpty() || of("way").length() > LONGEST_WAY || !HarmlessText.is(of("way"))) {
            refusals.put("way", Text.of("privacy.wrong.way", LONGEST_WAY));
        }
        if (forGood && !of("sure").equals("yes")) {
            refusals.put("sure", Text.of("privacy.wrong.sure"));
        }
        return refusals;
    }

    LocalDate day() {
        return Objects.requireNonNull(dayOrNull());
    }

    private @Nullable LocalDate dayOrNull() {
        try {
            return LocalDate.parse(of("askedOn"));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
