package mainstay.relationships;

import java.util.List;
import java.util.Map;
import mainstay.accounts.people.Position;
import mainstay.activity.Activity;
import mainstay.activity.ActivityForm;
import mainstay.activity.ActivityKind;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the form of an activity shows.
///
/// @param before     as it stands, where it is corrected
/// @param refusals   by name of the field
/// @param questions  whom words of the notes mean
/// @param overtaken  whether somebody else changed it meanwhile
/// @param colleagues who can take part
/// @param there      people of the account, where that is known
public record ActivityPage(
        ActivityForm form,
        @Nullable Activity before,
        Map<String, Text> refusals,
        List<Question> questions,
        boolean overtaken,
        List<ActivityKind> kinds,
        List<Colleague> colleagues,
        List<Position> there) {

    public static final List<String> DURATIONS = List.of("15", "30", "60", "120");

    /// Nobody has to say who wanted it.
    public static final List<String> BEGUN_BY = List.of("", "us", "them");

    /// Where it is sent.
    public String action() {
        return before == null ? "/activities" : before.path();
    }

    /// What stands in the field for other durations than the usual ones.
    public String otherMinutes() {
        return DURATIONS.contains(form.of("minutes")) ? "" : form.of("minutes");
    }

    /// Whether everything is to be seen at once, and not only what most need.
    public boolean isOpen() {
        return before != null
                || refusals.keySet().stream()
                        .anyMatch(List.of("time", "travel", "subject", "colleagues", "people", "state")::contains);
    }
}
