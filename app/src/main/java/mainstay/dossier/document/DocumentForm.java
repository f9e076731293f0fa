package mainstay.dossier.document;

import java.util.Objects;
import java.util.Optional;
import mainstay.dossier.Part;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// Where a document belongs, as somebody wrote it.
///
/// @param field code of the field to whose fact it belongs; empty: to the account as a whole
/// @param person number of the person of the account whom it tells of; empty: nobody
/// @param part  of the archive; that of the field where one is given
/// @param level 1 card, 2 business, 3 full; business where nothing is written
public record DocumentForm(
        @Nullable String field,
        @Nullable String person,
        @Nullable String part,
        @Nullable String level) {

    static final DocumentForm EMPTY = new DocumentForm("", "", Part.BASIC.code(), "2");

    public String of(String name) {
        String written = switch (name) {
            case "field" -> field;
            case "person" -> person;
            case "part" -> part;
            default -> level;
        };
        return Objects.requireNonNullElse(written, "").strip();
    }

    static DocumentForm about(String person) {
        return new DocumentForm("", person, Part.BASIC.code(), "2");
    }

    Optional<Part> wantedPart() {
        return of("part").isEmpty() ? Optional.of(Part.BASIC) : Part.parse(of("part"));
    }

    Optional<Level> wantedLevel() {
        return switch (of("level")) {
            case "1" -> Optional.of(Level.CARD);
            case "", "2" -> Optional.of(Level.BUSINESS);
            case "3" -> Optional.of(Level.FULL);
            default -> Optional.empty();
        };
    }
}
