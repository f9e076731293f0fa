package mainstay.accounts.people;

import java.util.List;
import java.util.Map;
import mainstay.shared.web.Text;

/// What became of something that was to be written of a person.
public sealed interface PersonOutcome {

    /// It is written down.
    record Kept(long person) implements PersonOutcome {}

    /// Nothing is written down.
    ///
    /// @param refusals by name of the form's field
    record Refused(Map<String, Text> refusals) implements PersonOutcome {}

    /// Nothing is written down, as somebody else changed the same meanwhile.
    record Overtaken() implements PersonOutcome {}

    /// Nothing is written down before somebody says that it is none of these.
    record Alike(List<Twin> twins) implements PersonOutcome {}

    /// @param reasons codes: `name`, or kinds of contacts
    record Twin(Person person, List<String> reasons, List<Position> positions) {}
}
