package mainstay.relationships;

import java.util.List;
import java.util.Map;
import mainstay.activity.Activity;
import mainstay.shared.web.Text;

/// What became of an activity that somebody wrote.
public sealed interface ActivityOutcome {

    /// @param fresh  false where it was written down before
    /// @param beside others of the writer at the same time
    record Kept(long id, boolean fresh, List<Activity> beside) implements ActivityOutcome {}

    /// @param refusals by name of the field
    record Refused(Map<String, Text> refusals) implements ActivityOutcome {}

    /// Words of the notes could mean several.
    record Ambiguous(List<Question> questions) implements ActivityOutcome {}

    /// Somebody else changed it meanwhile.
    record Overtaken(Activity now) implements ActivityOutcome {}
}
