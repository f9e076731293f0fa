package mainstay.dossier.document;

import java.time.Instant;
import java.util.List;
import mainstay.accounts.people.Person;
import mainstay.dossier.Part;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// A document as far as its reader may see it.
///
/// @param field    code of the field whose fact it belongs to; null where it belongs to the account as a whole
/// @param fieldKey message key or name of that field
/// @param person   whom it tells of; null where of nobody
/// @param versions the newest first, at least one
/// @param retired  null while it is of use
public record Document(
        long id,
        long accountId,
        @Nullable String field,
        @Nullable String fieldKey,
        @Nullable Subject person,
        Part part,
        Level level,
        List<Version> versions,
        @Nullable Retirement retired) {

    /// @param n       from 1
    /// @param scanned whether a scanner found nothing in it
    public record Version(
            long id,
            int n,
            String name,
            FileKind kind,
            long bytes,
            int pieces,
            boolean scanned,
            String by,
            Instant at) {}

    /// A person as far as the reader may know of them.
    ///
    /// @param name a number where that is not
    public record Subject(long id, String name) {

        public String path() {
            return Person.pathOf(id);
        }
    }

    /// Why and by whom it was put aside.
    public record Retirement(Instant at, String by, String because) {}

    public Version newest() {
        return versions.getFirst();
    }

    public boolean isConfidential() {
        return level.compareTo(Level.FULL) >= 0;
    }

    public String levelKey() {
        return "document.level." + level.number();
    }
}
