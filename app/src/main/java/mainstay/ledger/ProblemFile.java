package mainstay.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.Remarks;
import mainstay.shared.SpreadsheetText;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Bad rows as a file: the reason in words before the fields as they were.
@Component
class ProblemFile {

    private final JdbcClient database;
    private final Texts texts;

    ProblemFile(JdbcClient database, Texts texts) {
        this.database = database;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    public void write(long batch, Locale language, Writer out) throws IOException {
        boolean placed = hasPlaces(batch);
        List<String> headers = headers(batch);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(Stream.concat(
                            remarks(language).headers(placed).stream(),
                            headers.stream().map(SpreadsheetText::harmless))
                    .toList());
            Records records = new Records(csv, placed);
            database.sql("""
                            select file_line, field, reason, args, fields, place from ledger.row_problem
                            where batch_id = :batch order by file_line, id
                            """).param("batch", batch).query(row -> {
                records.add(
                        row.getLong("file_line"),
                        reason(language, headers, row),
                        texts(row, "fields"),
                        row.getString("place"));
            });
            records.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean hasPlaces(long batch) {
        return database.sql(
                        "select exists (select 1 from ledger.row_problem where batch_id = :batch and place is not null)")
                .param("batch", batch)
                .query(Boolean.class)
                .single();
    }

    private List<String> headers(long batch) {
        return database
                .sql("select unnest(headers) from ledger.batch where id = :batch")
                .param("batch", batch)
                .query(String.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private String reason(Locale language, List<String> headers, ResultSet row) throws SQLException {
        String field = row.getString("field");
        String sentence = texts.get(
                language,
                Reason.of(row.getString("reason")).key(),
                texts(row, "args").stream()
                        .map(name -> name(language, headers, name))
                        .toArray());
        return field == null ? sentence : name(language, headers, field) + ": " + sentence;
    }

    /// A field in words. English readers find what is a header of their file as they wrote it.
    private String name(Locale language, List<String> headers, String name) {
        String key = "imports.field." + name;
        boolean known = Texts.nearest(language).equals(Texts.ENGLISH) && headers.contains(name);
        return known || !texts.has(key) ? name : texts.get(language, key);
    }

    private static Remarks remarks(Locale language) {
        Locale nearest = Texts.nearest(language);
        return nearest.equals(Texts.SIMPLIFIED)
                ? Remarks.SIMPLIFIED
                : nearest.equals(Texts.TRADITIONAL) ? Remarks.TRADITIONAL : Remarks.ENGLISH;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /// One record for each line of the file, whatever the number of its problems.
    private static final class Records {

        private static final String UNKNOWN = "0";

        private final CsvWriter csv;
        private final boolean placed;
        private final List<String> reasons = new ArrayList<>();
        private List<String> fields = List.of();
        private @Nullable String place;
        private long line;

        Records(CsvWriter csv, boolean placed) {
            this.csv = csv;
            this.placed = placed;
        }

        void add(long ofLine, String reason, List<String> ofFields, @Nullable String ofPlace) {
            if (ofLine != line || ofLine == 0) {
                flush();
            }
            line = ofLine;
            reasons.add(reason);
            fields = fields.isEmpty() ? ofFields : fields;
            place = place == null ? ofPlace : place;
        }

        void flush() {
            if (reasons.isEmpty()) {
                return;
            }
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(line));
            cells.add(SpreadsheetText.harmless(String.join(" ", reasons)));
            if (placed) {
                cells.add(place == null || place.equals(UNKNOWN) ? "" : place);
            }
            fields.forEach(field -> cells.add(SpreadsheetText.harmless(field)));
            csv.writeRecord(cells);
            reasons.clear();
            fields = List.of();
            place = null;
        }
    }
}
