package mainstay.ledger;

import java.util.List;
import mainstay.ledger.file.Field;
import org.jspecify.annotations.Nullable;

/// A line of a file beside the line of the same key that the ledger has.
///
/// @param batch that brought the line in the ledger
public record Conflict(
        long line,
        String key,
        @Nullable Long batch,
        @Nullable Long ledgerLine,
        List<Side> sides) {

    /// One field on both sides, in the form of the database; empty where unknown.
    public record Side(Field field, String inLedger, String inFile) {

        public boolean differs() {
            return !inLedger.equals(inFile);
        }
    }

    public List<Side> shown() {
        return sides.stream()
                .filter(side -> !side.inLedger().isEmpty() || !side.inFile().isEmpty())
                .toList();
    }
}
