package mainstay.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where an import stands, and how its file was read.
///
/// @param share         of the file that was read, 0 to 1; null before the first note
/// @param sameAs        batch that brought the same file before
/// @param placeless     a bad row does not tell to which document it belongs, and cannot come back alone
/// @param rehearses     nothing is to come of it but a report
/// @param choices       what the sender had said
public record BatchState(
        BatchLine line,
        @Nullable Float share,
        @Nullable Float rowsPerSecond,
        boolean stopping,
        @Nullable Long sameAs,
        @Nullable Long replaces,
        @Nullable String profile,
        boolean placeless,
        boolean rehearses,
        ImportChoices choices) {

    public long percent() {
        return share == null ? 0 : Math.round(share * 100);
    }

    /// Rows are read and wait to be published, which cannot be stopped.
    public boolean isPublishing() {
        return share != null && share >= 1;
    }

    public @Nullable Duration left() {
        if (share == null || rowsPerSecond == null || share <= 0 || rowsPerSecond <= 0) {
            return null;
        }
        double total = line.rows() / (double) share;
        return Duration.ofSeconds(Math.round((total - line.rows()) / rowsPerSecond));
    }

    /// What was read can be tried again with a corrected file.
    public boolean hasBadRows() {
        return !line.isRunning() && line.rejected() > 0;
    }
}
