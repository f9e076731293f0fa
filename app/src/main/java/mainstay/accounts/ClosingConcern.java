package mainstay.accounts;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.Text;

/// What a module knows that speaks against closing an account.
public interface ClosingConcern {

    /// Sentences; none where nothing speaks against it.
    List<Text> about(long accountId, LocalDate from);
}
