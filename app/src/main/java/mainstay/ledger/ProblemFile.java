package mainstay.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mainstay.ledger.file.Reason;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Bad rows as a file: the reason in words before the fields as they were.
@Component
class ProblemFile {

    private static final Pattern FORMULA = Pattern.compile("[=@+\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]+");

    private final JdbcClient database;
    private final Texts texts;

    ProblemFile(JdbcClient database, Texts texts) {
        this.database = database;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    public void write(long batch, Locale language, Writer out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(header(batch));
            database.sql("""
                            select file_line, field, reason, args, value, fields from ledger.row_problem
                            where batch_id = :batch order by file_line, id
                            """).param("batch", batch).query(row -> {
                List<String> cells = new ArrayList<>();
                cells.add(String.valueOf(row.getLong("file_line")));
                cells.add(reason(language, row.getString("field"), row.getString("reason"), (Object[])
                        row.getArray("args").getArray()));
                Object[] fields = row.getArray("fields") == null
                        ? new Object[0]
                        : (Object[]) row.getArray("fields").getArray();
                Arrays.stream(fields)
                        .map(field -> harmless(String.valueOf(field)))
                        .forEach(cells::add);
                csv.writeRecord(cells);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> header(long batch) {
        List<String> header = new ArrayList<>(List.of("problem line", "problem"));
        database.sql("select unnest(headers) from ledger.batch where id = :batch")
                .param("batch", batch)
                .query(String.class)
                .list()
                .forEach(name -> header.add(harmless(name)));
        return header;
    }

    private String reason(Locale language, @Nullable String field, String code, Object[] args) {
        String sentence = texts.get(language, Reason.of(code).key(), args);
        return harmless(field == null ? sentence : field + ": " + sentence);
    }

    /// Spreadsheets would run what looks like a formula.
    static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
