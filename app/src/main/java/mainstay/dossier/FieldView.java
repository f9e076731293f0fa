package mainstay.dossier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.identity.Level;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The form of a field.
///
/// @param field      null where it is a new one
/// @param categories that accounts have
/// @param refusals   by name of the form's field
/// @param overtaken  whether somebody else changed it while the reader wrote; `field` is as it stands by now
public record FieldView(
        @Nullable Field field, FieldForm form, List<String> categories, Map<String, Text> refusals, boolean overtaken) {

    public boolean isNew() {
        return field == null;
    }

    /// The field that is changed; to be asked only where it is no new one.
    public Field kept() {
        return Objects.requireNonNull(field);
    }

    public String path() {
        return "/settings/archive" + (field == null ? "" : "/" + field.code());
    }

    public List<Part> parts() {
        return List.of(Part.values());
    }

    public List<FieldKind> kinds() {
        return FieldKind.typed();
    }

    public List<Level> levels() {
        return List.of(Level.CARD, Level.BUSINESS, Level.FULL, Level.PERSONAL);
    }

    public boolean hasChoices() {
        return field == null || field.kind() == FieldKind.CHOICE;
    }

    /// Those that accounts have, and those that were chosen and none has any more.
    public List<String> offered() {
        return Stream.concat(categories.stream(), form.categories().stream())
                .distinct()
                .toList();
    }

    public @Nullable Text refusal(String name) {
        return refusals.get(name);
    }
}
