package mainstay.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// What the overlay leaves out of the plain ledger.
record DroppedInvoices(Set<String> documents, Set<String> orders) {

    static DroppedInvoices in(Path file) throws IOException {
        Set<String> documents = new HashSet<>();
        Set<String> orders = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = Tables.named(file)) {
            for (NamedCsvRecord row : rows) {
                documents.add(row.getField("document"));
                orders.add(row.getField("order"));
            }
        }
        documents.remove("");
        orders.remove("");
        return new DroppedInvoices(Set.copyOf(documents), Set.copyOf(orders));
    }
}
