package mainstay.ledger;

import java.nio.file.Path;
import mainstay.ledger.file.MappingWish;
import org.jspecify.annotations.Nullable;

/// A file that somebody wants in the ledger.
///
/// @param fileName under which the batch is listed; an upload lies elsewhere than its name says
/// @param replaces batch that this one takes the place of, or null
/// @param rehearses the effect is found out and nothing is changed
public record ImportRequest(
        Path file,
        String fileName,
        MappingWish wish,
        BadRows badRows,
        @Nullable Long replaces,
        @Nullable String source,
        boolean rehearses) {

    /// What happens when single rows cannot be taken.
    public enum BadRows {
        REFUSE,
        SKIP
    }

    public static ImportRequest of(Path file, MappingWish wish) {
        return new ImportRequest(file, file.getFileName().toString(), wish, BadRows.REFUSE, null, null, false);
    }

    public ImportRequest skippingBadRows() {
        return new ImportRequest(file, fileName, wish, BadRows.SKIP, replaces, source, rehearses);
    }

    public ImportRequest replacing(long batch) {
        return new ImportRequest(file, fileName, wish, badRows, batch, source, rehearses);
    }

    /// Only to see what it would do.
    public ImportRequest rehearsed() {
        return new ImportRequest(file, fileName, wish, badRows, replaces, source, true);
    }

    boolean refusesBadRows() {
        return badRows == BadRows.REFUSE;
    }
}
