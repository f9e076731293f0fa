package mainstay.portfolio.profit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that makes leaving hard, as somebody saw it on a day.
///
/// @param side      `ours` keeps the customer here, `theirs` keeps purchases with a competitor
/// @param amount    what overcoming it would cost, in ten-thousandths; null: not valued
/// @param confirmed whether somebody knows, and does not assume
/// @param ended     whether it does not stand any more
public record Barrier(
        long account,
        String side,
        String kind,
        @Nullable Long amount,
        boolean confirmed,
        String note,
        LocalDate knownOn,
        String author,
        boolean ended) {

    public String key() {
        return "barriers.kind." + kind;
    }
}
