package mainstay.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Copies a table row by row, with its dates shifted, some rows left out and some goods sent elsewhere.
record Rewriter(SampleFile file, WeekShift shift) {

    /// @return how many rows were written, the header not counted
    long copy(Reader from, Writer to) throws IOException {
        long rows = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(from);
                CsvWriter writer = CsvWriter.builder().build(to)) {
            Iterator<CsvRecord> records = reader.iterator();
            List<String> header = List.copyOf(records.next().getFields());
            writer.writeRecord(header);
            int key = header.indexOf(file.column());
            while (records.hasNext()) {
                List<String> fields = records.next().getFields();
                if (key < 0 || !file.leftOut().test(fields.get(key))) {
                    writer.writeRecord(shifted(header, fields));
                    rows++;
                }
            }
        }
        return rows;
    }

    private List<String> shifted(List<String> header, List<String> fields) {
        List<String> row = new ArrayList<>(fields);
        for (int i = 0; i < row.size(); i++) {
            if (file.dates().contains(header.get(i))) {
                row.set(i, shift.apply(row.get(i)));
            }
        }
        int region = header.indexOf("region");
        int document = header.indexOf("document");
        if (region >= 0 && document >= 0) {
            row.set(region, file.shipped().regions().getOrDefault(row.get(document), row.get(region)));
        }
        return row;
    }
}
