package mainstay.ledger;

import java.nio.file.Path;
import mainstay.ledger.file.MappingWish;
import org.jspecify.annotations.Nullable;

/// A file that somebody wants in the ledger.
///
/// @param fileName under which the batch is listed; an upload lies elsewhere than its name says
/// @param replaces batch that this one takes the place of, or null
public record ImportRequest(
        Path file,
        String fileName,
        MappingWish wish,
        BadRows badRows,
        @Nullable Long replaces,
        @Nullable String source) {

    /// What happens when single rows cannot be taken.
    public enum BadRows {
        REFUSE,
        SKIP
    }

    public static ImportRequest of(Path file, MappingWish wish) {
        return new ImportRequest(file, file.getFileName().toString(), wish, BadRows.REFUSE, null, null);
    }

    public ImportRequest skippingBadRows() {
        return new ImportRequest(file, fileName, wish, BadRows.SKIP, replaces, source);
    }

    public ImportRequest replacing(long batch) {
        return new ImportRequest(file, fileName, wish, badRows, batch, source);
    }

    boolean refusesBadRows() {
        return badRows == BadRows.REFUSE;
    }
}
