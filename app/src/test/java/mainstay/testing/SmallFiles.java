package mainstay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;

/// Brings small files into the ledger, as the local operator does.
public final class SmallFiles {

    private SmallFiles() {}

    /// Every row has to be taken.
    public static ImportReport bring(ImportDesk desk, Kind kind, String rows) {
        try {
            Path file = Files.createTempFile("story", ".csv");
            try {
                Files.writeString(file, rows);
                ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
                assertThat(report.problems()).isEmpty();
                return report;
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
