package mainstay.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Invoices whose goods the overlay sends to another region than the plain ledger does.
///
/// @param regions by document
record ShippedElsewhere(Map<String, String> regions) {

    static final ShippedElsewhere NOWHERE = new ShippedElsewhere(Map.of());

    static ShippedElsewhere in(Path file) throws IOException {
        Map<String, String> regions = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = Tables.named(file)) {
            for (NamedCsvRecord row : rows) {
                regions.put(row.getField("document"), row.getField("region"));
            }
        }
        return new ShippedElsewhere(Map.copyOf(regions));
    }
}
