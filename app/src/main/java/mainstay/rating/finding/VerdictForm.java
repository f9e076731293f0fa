package mainstay.rating.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import mainstay.shared.HarmlessText;
import org.jspecify.annotations.Nullable;

/// A verdict as somebody wrote it.
///
/// @param seen how many verdicts there were when the writer looked
public record VerdictForm(
        @Nullable String verdict,
        @Nullable String reason,
        @Nullable String seen) {
    static final VerdictForm EMPTY = new VerdictForm("", "", "");

    private static final int LONGEST_REASON = 2000;
    private static final int MOST_DIGITS = 9;

    public String written(String field) {
        String text = field.equals("verdict") ? verdict : reason;
        return text == null ? "" : text.strip();
    }

    /// Message keys of what cannot be taken, by field.
    Map<String, String> refusals() {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (Verdict.parse(written("verdict")).isEmpty()) {
            refusals.put("verdict", "findings.refused.verdict");
        }
        String said = written("reason");
        if (said.isEmpty()) {
            refusals.put("reason", "findings.refused.noReason");
        } else if (said.length() > LONGEST_REASON) {
            refusals.put("reason", "findings.refused.longReason");
        } else if (!HarmlessText.is(said)) {
            refusals.put("reason", "findings.refused.harmful");
        }
        return refusals;
    }

    /// What cannot be read was not seen.
    int counted() {
        String text = seen == null ? "" : seen.strip();
        return text.matches("\\d{1," + MOST_DIGITS + "}") ? Integer.parseInt(text) : -1;
    }
}
