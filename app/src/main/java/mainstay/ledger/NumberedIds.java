package mainstay.ledger;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Numbers taken from a sequence, many at a time.
final class NumberedIds implements LongSupplier {

    private final Supplier<long[]> sequence;
    private long[] taken = {};
    private int used;

    /// @param sequence gives unused numbers, one at least
    NumberedIds(Supplier<long[]> sequence) {
        this.sequence = sequence;
    }

    @Override
    public long getAsLong() {
        if (used == taken.length) {
            taken = sequence.get();
            used = 0;
        }
        return taken[used++];
    }
}
