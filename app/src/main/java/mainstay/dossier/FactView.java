package mainstay.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.dossier.Evidence.Paper;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// One field of one account: what stands, all that was known before, and the form.
///
/// @param standing  what counts now; null: nothing
/// @param overtaken whether somebody else wrote while the reader did: both values stand side by side
/// @param refusals  by name of the form's field
/// @param papers    documents that facts of the account rest on, by number of the fact
/// @param offered   documents of the account that the fact that stands does not rest on yet
public record FactView(
        Field field,
        String path,
        @Nullable Fact standing,
        List<Fact> history,
        LocalDate today,
        boolean mayWrite,
        FactForm form,
        Map<String, Text> refusals,
        boolean overtaken,
        Map<Long, List<Paper>> papers,
        List<Paper> offered) {

    public List<Paper> papers(Fact fact) {
        return papers.getOrDefault(fact.id(), List.of());
    }

    FactView with(FactForm other) {
        return new FactView(
                field, path, standing, history, today, mayWrite, other, refusals, overtaken, papers, offered);
    }

    /// Message key of what became of one of the history.
    public String stateKey(Fact fact) {
        if (fact.retired() != null) {
            return "archive.state.retired";
        }
        if (!fact.current()) {
            return "archive.state.past";
        }
        return fact.isOld(today) ? "archive.state.old" : "archive.state.current";
    }

    public String tone(Fact fact) {
        return switch (stateKey(fact)) {
            case "archive.state.current" -> "tag-good";
            case "archive.state.old" -> "tag-warn";
            default -> "tag-muted";
        };
    }

    public List<Confidence> confidences() {
        return List.of(Confidence.values());
    }

    public List<String> choices() {
        return field.kind() == FieldKind.YES_NO ? List.of("yes", "no") : field.choices();
    }

    public String choiceKey(String choice) {
        return field.kind() == FieldKind.YES_NO ? "archive.say." + choice : choice;
    }
}
