package mainstay.ledger;

import java.time.LocalDate;
import java.util.List;
import mainstay.ledger.file.RowProblem;
import org.jspecify.annotations.Nullable;

/// What of a batch became part of the ledger.
///
/// @param problems of rows that only publishing could judge
record Published(
        long accepted,
        long known,
        long unattributed,
        long accountsCreated,
        @Nullable Long amount,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<RowProblem> problems) {}
