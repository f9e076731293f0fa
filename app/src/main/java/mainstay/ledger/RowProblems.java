package mainstay.ledger;

import java.util.ArrayList;
import java.util.List;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.LedgerFile;
import mainstay.ledger.file.RowProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Rows that were not taken.
@Repository
class RowProblems {

    private static final int LONGEST_FIELD = 1 << 20;
    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate database;
    private final TransactionOperations transactions;

    RowProblems(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// A problem with the fields of its row as the file had them.
    record BadRow(RowProblem problem, List<String> fields) {}

    void keep(long batch, List<BadRow> rows) {
        database.batchUpdate("""
                insert into ledger.row_problem (batch_id, file_line, field, reason, args, value, fields)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows, AT_ONCE, (insert, row) -> {
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

    /// Gives rows that only the ledger could judge the fields that their lines have in the file.
    void addFields(long batch, LedgerFile file) throws FileRefused {
        long[] lines = linesWithoutFields(batch);
        List<Line> found = new ArrayList<>();
        file.fieldsOf(lines, (line, fields) -> {
            found.add(new Line(line, fields));
            if (found.size() == AT_ONCE) {
                store(batch, found);
            }
        });
        store(batch, found);
    }

    /// Where lines are numbered in the order of the file, those that were left out keep the number they had.
    void addPlaces(long batch, LedgerFile file) {
        if (file.kind() == Kind.SALES && !file.maps("line")) {
            transactions.executeWithoutResult(
                    status -> database.queryForObject("select ledger.note_places(?)", Long.class, batch));
        }
    }

    private record Line(long number, List<String> fields) {}

    private long[] linesWithoutFields(long batch) {
        return transactions.execute(status -> database.queryForList("""
                        select file_line from ledger.row_problem where batch_id = ? and file_line > 1
                        group by file_line having max(coalesce(cardinality(fields), 0)) = 0 order by file_line
                        """, Long.class, batch).stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    private void store(long batch, List<Line> found) {
        transactions.executeWithoutResult(status -> database.batchUpdate("""
                        update ledger.row_problem set fields = ?
                        where id = (select min(id) from ledger.row_problem where batch_id = ? and file_line = ?)
                        """, found, AT_ONCE, (update, line) -> {
            update.setArray(1, update.getConnection().createArrayOf("text", storable(line.fields())));
            update.setLong(2, batch);
            update.setLong(3, line.number());
        }));
        found.clear();
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
