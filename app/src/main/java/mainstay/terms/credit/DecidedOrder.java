package mainstay.terms.credit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody decided about a held order, whatever was asked about it since.
///
/// @param order   its number; null: the asker named none
/// @param amount  as it was asked about when this was decided, in ten-thousandths
/// @param outcome `released` or `closed`
public record DecidedOrder(
        String account,
        String name,
        @Nullable String order,
        long amount,
        String outcome,
        String note,
        String author,
        Instant at) {}
