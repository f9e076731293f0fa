package mainstay.ledger;

import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/// Numbers taken from a sequence, many at a time.
final class NumberedIds implements LongSupplier {

    private static final int AT_ONCE = 2_000;

    private final IntFunction<long[]> sequence;
    private long[] taken = {};
    private int used;

    /// @param sequence gives as many unused numbers as asked for
    NumberedIds(IntFunction<long[]> sequence) {
        this.sequence = sequence;
    }

    @Override
    public long getAsLong() {
        if (used == taken.length) {
            taken = sequence.apply(AT_ONCE);
            used = 0;
        }
        return taken[used++];
    }
}
