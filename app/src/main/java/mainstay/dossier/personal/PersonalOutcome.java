package mainstay.dossier.personal;

import java.util.Map;
import mainstay.shared.web.Text;

/// What became of something personal that was to be written down.
public sealed interface PersonalOutcome {

    record Kept() implements PersonalOutcome {}

    /// @param refusals by name of the form's field
    record Refused(Map<String, Text> refusals) implements PersonalOutcome {}

    /// Somebody else was faster.
    record Overtaken() implements PersonalOutcome {}
}
