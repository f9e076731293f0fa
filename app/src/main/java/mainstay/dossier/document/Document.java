package mainstay.dossier.document;

import java.time.Instant;
import java.util.List;
import mainstay.dossier.Part;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// A document as far as its reader may see it.
///
/// @param field    code of the field whose fact it belongs to; null where it belongs to the account as a whole
/// @param fieldKey message key or name of that field
/// @param versions the newest first, at least one
/// @param retired  null while it is of use
public record Document(
        long id,
        long accountId,
        @Nullable String field,
        @Nullable String fieldKey,
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
