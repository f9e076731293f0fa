package mainstay.ledger;

import mainstay.ledger.file.Kind;
import mainstay.ledger.file.LedgerFile;
import org.jspecify.annotations.Nullable;

/// A file whose rows are staged and wait to be published.
record Arrival(
        long batch,
        LedgerFile file,
        String source,
        String currency,
        @Nullable Long replaces,
        boolean refusesBadRows,
        boolean rehearses) {

    Kind kind() {
        return file.kind();
    }
}
