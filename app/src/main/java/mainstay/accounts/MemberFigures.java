package mainstay.accounts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// The sales of the members of a group; told by the module that keeps the ledger.
public interface MemberFigures {

    /// Net sales of the twelve months up to a day.
    ///
    /// @param sales in ten-thousandths by account; an account whose business the reader may not see is not in it
    record Yearly(LocalDate from, LocalDate to, Map<Long, Long> sales) {}

    /// @param on the last day, or the ledger's last day where that is earlier
    /// @return nothing as long as there are no sales at all
    Optional<Yearly> upTo(LocalDate on, Collection<Long> accounts);
}
