package mainstay.ledger;

import java.util.List;
import mainstay.ledger.file.RowProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Rows that were not taken.
@Repository
class RowProblems {

    private static final int LONGEST_FIELD = 1 << 20;

    private final JdbcTemplate database;

    RowProblems(JdbcTemplate database) {
        this.database = database;
    }

    /// A problem with the fields of its row as the file had them.
    record BadRow(RowProblem problem, List<String> fields) {}

    /// A bad row as it goes into the file that the user corrects and sends again.
    record ToCorrect(long line, String reason, List<String> args, List<String> fields) {}

    void keep(long batch, List<BadRow> rows) {
        database.batchUpdate("""
                insert into ledger.row_problem (batch_id, file_line, field, reason, args, value, fields)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows, 1_000, (insert, row) -> {
            RowProblem problem = row.problem();
            insert.setLong(1, batch);
            insert.setLong(2, problem.line());
            insert.setString(3, storable(problem.column()));
            insert.setString(4, problem.reason().code());
            insert.setArray(5, insert.getConnection().createArrayOf("text", storable(problem.args())));
            insert.setString(6, storable(problem.value()));
            insert.setArray(7, insert.getConnection().createArrayOf("text", storable(row.fields())));
        });
    }

    void keepWithoutFields(long batch, List<RowProblem> problems) {
        keep(
                batch,
                problems.stream().map(problem -> new BadRow(problem, List.of())).toList());
    }

    private static Object[] storable(List<String> texts) {
        return texts.stream().map(RowProblems::storable).toArray();
    }

    /// The database takes no zero bytes in texts.
    private static @Nullable String storable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.indexOf(0) < 0 ? text : text.replace('\0', '\uFFFD');
        return clean.length() <= LONGEST_FIELD ? clean : clean.substring(0, LONGEST_FIELD);
    }
}
