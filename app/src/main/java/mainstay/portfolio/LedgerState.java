package mainstay.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far the ledger reaches.
///
/// @param revision grows with every published or withdrawn batch
public record LedgerState(
        long revision, @Nullable LocalDate from, @Nullable LocalDate to, String currency) {}
