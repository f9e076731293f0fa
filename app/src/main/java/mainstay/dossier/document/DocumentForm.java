package mainstay.dossier.document;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.dossier.Part;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// Where a document belongs, as somebody wrote it.
///
/// @param field code of the field to whose fact it belongs; empty: to the account as a whole
/// @param person number of the person of the account whom it tells of; empty: nobody
/// @param part  of the archive; that of the field where one is given
/// @param level 1 card, 2 business, 3 full; business where nothing is written
/// @param submission UUID of the form: the same file sent twice with it is kept once
public record DocumentForm(
        @Nullable String field,
        @Nullable String person,
        @Nullable String part,
        @Nullable String level,
        @Nullable String submission) {

    public String of(String name) {
        String written = switch (name) {
            case "field" -> field;
            case "person" -> person;
            case "part" -> part;
            case "submission" -> submission;
            default -> level;
        };
        return Objects.requireNonNullElse(written, "").strip();
    }

    static DocumentForm empty() {
        return about("");
    }

    static DocumentForm about(String person) {
        return new DocumentForm(
                "", person, Part.BASIC.code(), "2", UUID.randomUUID().toString());
    }

    /// Null where a program sent none.
    @Nullable
    UUID sent() {
        try {
            return UUID.fromString(of("submission"));
        } catch (IllegalArgumentException none) {
            return null;
        }
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
