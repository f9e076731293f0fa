package mainstay.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line in the list of imports.
public record BatchEntry(
        long id,
        String kind,
        String status,
        String fileName,
        long rows,
        long accepted,
        long rejected,
        long known,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String byUser,
        @Nullable Instant startedAt) {}
