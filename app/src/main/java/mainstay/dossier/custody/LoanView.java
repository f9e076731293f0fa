package mainstay.dossier.custody;

import mainstay.approvals.Approval;
import org.jspecify.annotations.Nullable;

/// A loan with what its reader may do about it.
///
/// @param approval the request; null where the reader may not see it
public record LoanView(
        Loan loan, @Nullable Approval approval, boolean mayReturn, boolean mayRenew, boolean mayRecall) {}
