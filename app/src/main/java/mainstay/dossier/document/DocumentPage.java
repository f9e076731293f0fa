package mainstay.dossier.document;

import java.util.List;
import java.util.Map;
import mainstay.accounts.people.Position;
import mainstay.dossier.Field;
import mainstay.identity.Level;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the panel of documents shows.
///
/// @param writing  the highest level on which the reader keeps documents; none where not at all
/// @param fields   those with a fact that a document may belong to
/// @param people   whom of the account it may tell of
/// @param megabytes how large a file may be
/// @param about    the document whose form was refused; null for that of a new one
/// @param refusals by name of the form's field
public record DocumentPage(
        List<Document> documents,
        Level writing,
        List<Field> fields,
        List<Position> people,
        long megabytes,
        DocumentForm form,
        @Nullable Long about,
        Map<String, Text> refusals) {

    public boolean mayWrite() {
        return writing != Level.NONE;
    }

    public boolean mayChange(Document document) {
        return document.retired() == null && mayWrite() && writing.compareTo(document.level()) >= 0;
    }

    /// Why a field of a form was refused; null where it was not.
    public @Nullable Text refusal(@Nullable Long document, String field) {
        boolean here = about == null ? document == null : about.equals(document);
        return here ? refusals.get(field) : null;
    }

    public List<Level> levels() {
        return List.of(Level.CARD, Level.BUSINESS, Level.FULL).stream()
                .filter(level -> level.compareTo(writing) <= 0)
                .toList();
    }
}
