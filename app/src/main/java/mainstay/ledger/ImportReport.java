package mainstay.ledger;

import java.time.LocalDate;
import java.util.List;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.RowProblem;
import org.jspecify.annotations.Nullable;

/// How an import ended.
///
/// @param amount   sum of the rows taken, in ten-thousandths; null where the kind has none
/// @param onClosedAccounts sales lines of days from the closing of their account on
/// @param problems the first hundred
/// @param effect   months whose sales would change; none unless it was a rehearsal
public record ImportReport(
        long batch,
        Status status,
        Kind kind,
        long rows,
        long accepted,
        long rejected,
        long known,
        long unattributed,
        long accountsCreated,
        long onClosedAccounts,
        @Nullable Long amount,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> unmappedColumns,
        List<RowProblem> problems,
        List<MonthEffect> effect,
        double seconds) {

    static final int PROBLEMS_SHOWN = 100;

    /// The words of the report's `status`.
    public enum Status {
        RUNNING("running"),
        DONE("done"),
        ALREADY_IMPORTED("alreadyImported"),
        REFUSED("refused"),
        FAILED("failed"),
        CANCELLED("cancelled"),
        WITHDRAWN("withdrawn"),
        SAME("same"),
        REHEARSED("rehearsed");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    ImportReport with(Status other) {
        return new ImportReport(
                batch,
                other,
                kind,
                rows,
                accepted,
                rejected,
                known,
                unattributed,
                accountsCreated,
                onClosedAccounts,
                amount,
                from,
                to,
                unmappedColumns,
                problems,
                effect,
                seconds);
    }

    ImportReport lasting(double elapsed) {
        return new ImportReport(
                batch,
                status,
                kind,
                rows,
                accepted,
                rejected,
                known,
                unattributed,
                accountsCreated,
                onClosedAccounts,
                amount,
                from,
                to,
                unmappedColumns,
                problems,
                effect,
                elapsed);
    }
}
