package mainstay.rating.finding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A finding with its rows, its history and the form of the verdict.
///
/// @param about     message key of what the test looks for
/// @param counts    whether the ratings count it once it is confirmed
/// @param refusals  message keys of what of the form cannot be taken, by field
/// @param overtaken whether somebody else judged while the reader wrote
public record FindingView(
        Told told,
        String about,
        boolean counts,
        Evidence evidence,
        List<Happening> history,
        boolean mayJudge,
        VerdictForm form,
        Map<String, String> refusals,
        boolean overtaken) {

    public Finding finding() {
        return told.finding();
    }

    /// What counts of a confirmed finding that has grown since, in ten-thousandths; null where all of it
    /// does.
    public @Nullable Long counted() {
        if (finding().verdict() != Verdict.CONFIRMED) {
            return null;
        }
        return history.stream()
                .filter(Happening::isJudgement)
                .findFirst()
                .map(Happening::money)
                .filter(judged -> judged < finding().money())
                .orElse(null);
    }

    /// What stands in a field: what was written last, else what is decided.
    public String written(String field) {
        String typed = form.written(field);
        if (!typed.isEmpty() || !refusals.isEmpty() || overtaken) {
            return typed;
        }
        Verdict verdict = finding().verdict();
        return field.equals("verdict") && verdict != null ? verdict.code() : "";
    }

    /// Which cell of a row leads to where the row stands: the document, else the first.
    public int linked() {
        return Math.max(0, evidence.headings().indexOf("findings.row.document"));
    }

    /// Message key of what a verdict means here.
    public String meaning(Verdict verdict) {
        return "findings.meaning." + (verdict == Verdict.CONFIRMED && !counts ? "recorded" : verdict.code());
    }

    public List<Verdict> verdicts() {
        return List.of(Verdict.values());
    }
}
