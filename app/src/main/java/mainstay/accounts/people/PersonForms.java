package mainstay.accounts.people;

import java.util.List;
import java.util.Map;
import mainstay.accounts.people.PersonOutcome.Twin;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A form of a person or a position as it is shown.
///
/// @param file      what stands by now, beside what was typed; null for somebody new
/// @param overtaken whether somebody else wrote while the reader did
/// @param twins     who may be the same person
public record PersonForms(
        PersonForm form,
        PositionForm position,
        @Nullable PersonFile file,
        Map<String, Text> refusals,
        boolean overtaken,
        List<Twin> twins) {

    public static final JobFunction[] FUNCTIONS = JobFunction.values();
    public static final ContactKind[] KINDS = ContactKind.values();

    static PersonForms fresh() {
        return new PersonForms(PersonForm.empty(), PositionForm.empty(), null, Map.of(), false, List.of());
    }

    static PersonForms of(PersonFile file) {
        return new PersonForms(PersonForm.of(file), PositionForm.empty(), file, Map.of(), false, List.of());
    }

    public @Nullable Text refusal(String field) {
        return refusals.get(field);
    }

    /// For an attribute that is left out where nothing is wrong.
    public @Nullable String wrong(String field) {
        return refusals.containsKey(field) ? "true" : null;
    }
}
