package mainstay.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.dossier.FactDesk;
import mainstay.dossier.FactForm;
import mainstay.dossier.FactOutcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people of the sample's firm would have written into the archive. All of it is invented, and its sources
/// say so.
@Component
@Transactional
class SampleArchive {

    private final Accounts accounts;
    private final FactDesk desk;

    SampleArchive(Accounts accounts, FactDesk desk) {
        this.accounts = accounts;
        this.desk = desk;
    }

    /// Fields that hold something already are left as they are.
    public void facts(Path file, WeekShift shift) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = Tables.named(file)) {
            for (NamedCsvRecord row : rows) {
                AccountCard account = accounts.byCode(row.getField("account")).orElseThrow();
                FactForm form = new FactForm(
                        row.getField("value"),
                        row.getField("source"),
                        shift.apply(LocalDate.parse(row.getField("observedOn"))).toString(),
                        row.getField("confidence"),
                        "");
                if (desk.record(account, row.getField("field"), form) instanceof FactOutcome.Refused refused) {
                    throw new IllegalStateException(file + ": " + refused.refusals());
                }
            }
        }
    }
}
