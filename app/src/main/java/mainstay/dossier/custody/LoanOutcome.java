package mainstay.dossier.custody;

import java.util.Map;
import mainstay.shared.web.Text;

/// What became of asking for a loan.
public sealed interface LoanOutcome {

    record Asked(Loan loan) implements LoanOutcome {}

    /// @param refusals by name of the form's field
    record Refused(Map<String, Text> refusals) implements LoanOutcome {}
}
