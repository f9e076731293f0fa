package mainstay.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.MappingWish;
import org.springframework.stereotype.Component;

/// Brings files of a sample in through the import desk, one batch each. What is in already is left as it is.
@Component
class SampleImports {

    private final ImportDesk desk;
    private final Interruption interruption;

    SampleImports(ImportDesk desk, Interruption interruption) {
        this.desk = desk;
        this.interruption = interruption;
    }

    /// The file as it lies there.
    ImportReport untouched(Path file, MappingWish wish) {
        return checked(ImportRequest.of(file, wish));
    }

    /// A copy with shifted dates and without what is left out.
    ImportReport shifted(Path directory, SampleFile file, WeekShift shift, Path workshop) {
        Path copy = workshop.resolve(file.name());
        try (Writer writer = Files.newBufferedWriter(copy)) {
            new Rewriter(file, shift).copy(Tables.text(directory.resolve(file.path())), writer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return checked(ImportRequest.of(copy, MappingWish.of(file.kind())));
    }

    private ImportReport checked(ImportRequest request) {
        ImportReport report = desk.run(request, progress -> !interruption.isAsked());
        if (report.status() == Status.CANCELLED) {
            throw new SampleUnavailable(
                    "Stopped while the sample was being loaded; the next start goes on from there.");
        }
        if (report.status() != Status.DONE && report.status() != Status.ALREADY_IMPORTED) {
            throw new SampleUnavailable("The sample cannot be loaded: %s was %s. %s"
                    .formatted(request.fileName(), report.status().code(), report.problems()));
        }
        return report;
    }
}
