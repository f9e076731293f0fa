package mainstay.ledger;

import java.util.Set;
import mainstay.ledger.file.Kind;

/// Brings staged rows of some kinds into the ledger and takes them out again, inside the caller's transaction.
interface Publisher {

    Set<Kind> kinds();

    /// Judges rows against each other and against the ledger, and notes those that are bad.
    ///
    /// @return how many are bad
    default long check(Arrival arrival) {
        return 0;
    }

    Published publish(Arrival arrival);

    void withdraw(Kind kind, long batch);
}
