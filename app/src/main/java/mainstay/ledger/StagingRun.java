package mainstay.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import mainstay.ledger.ImportWatch.Progress;
import mainstay.ledger.RowProblems.BadRow;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.LedgerFile;
import mainstay.ledger.file.LedgerRows;
import mainstay.ledger.file.RowProblem;
import mainstay.ledger.file.RowSink;
import org.springframework.transaction.support.TransactionOperations;

/// Reads a file row by row into its staging place and counts what it meets.
final class StagingRun {

    private static final int PROBLEMS_AT_ONCE = 1_000;

    private final long batch;
    private final LedgerFile file;
    private final ImportWatch watch;
    private final RowProblems problems;
    private final TransactionOperations transactions;
    private final List<BadRow> waiting = new ArrayList<>();
    private final long started = System.nanoTime();
    private long rows;
    private long badRows;

    StagingRun(
            long batch, LedgerFile file, ImportWatch watch, RowProblems problems, TransactionOperations transactions) {
        this.batch = batch;
        this.file = file;
        this.watch = watch;
        this.problems = problems;
        this.transactions = transactions;
    }

    long rows() {
        return rows;
    }

    long badRows() {
        return badRows;
    }

    /// Stages all rows; false when somebody stopped it.
    boolean into(StagedRows place) throws SQLException, FileRefused {
        try (place;
                LedgerRows all = file.rows()) {
            if (!stageAll(all, place)) {
                return false;
            }
        }
        keepProblems();
        return true;
    }

    private boolean stageAll(LedgerRows all, StagedRows place) throws SQLException, FileRefused {
        RowSink sink = place.sink();
        while (all.next(sink)) {
            rows++;
            note(all);
            if (place.take() && !watch.follow(progress(all))) {
                return false;
            }
        }
        place.finish();
        return watch.follow(progress(all));
    }

    private void note(LedgerRows all) {
        List<RowProblem> found = all.problems();
        if (!found.isEmpty()) {
            badRows++;
            List<String> fields = List.copyOf(all.fields());
            for (int i = 0; i < found.size(); i++) {
                waiting.add(new BadRow(found.get(i), i == 0 ? fields : List.of()));
            }
            if (waiting.size() >= PROBLEMS_AT_ONCE) {
                keepProblems();
            }
        }
    }

    private void keepProblems() {
        if (!waiting.isEmpty()) {
            transactions.executeWithoutResult(status -> problems.keep(batch, waiting));
            waiting.clear();
        }
    }

    private Progress progress(LedgerRows all) {
        double seconds = Math.max((System.nanoTime() - started) / 1e9, 0.001);
        double share = file.bytes() == 0 ? 1 : Math.min(1.0, (double) all.bytesRead() / file.bytes());
        return new Progress(batch, rows, rows / seconds, share);
    }
}
