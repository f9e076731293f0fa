package mainstay.ledger;

import java.util.List;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;

/// How an attempt ended.
sealed interface ImportEnd {

    /// Published, or rehearsed: everything is written down already.
    record Done() implements ImportEnd {}

    record SameFile(long batch) implements ImportEnd {}

    /// Not published, with what is not noted yet about the reasons.
    record Stopped(Status status, long rows, List<RowProblem> problems) implements ImportEnd {}

    static ImportEnd refused(long rows, List<RowProblem> problems) {
        return new Stopped(Status.REFUSED, rows, problems);
    }

    static ImportEnd cancelled(long rows) {
        return new Stopped(Status.CANCELLED, rows, List.of());
    }

    static ImportEnd failed(Reason reason) {
        return new Stopped(Status.FAILED, 0, List.of(RowProblem.ofFile(reason)));
    }
}
