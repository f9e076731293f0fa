package mainstay.rating;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The quiet between merges. Whoever clears duplicates by hand merges one pair after the other; a run that
/// begins anew after each of them does its work in vain and keeps the turn from everybody else meanwhile. Nobody
/// stands still here until it is quiet: other work of the background waits for the thread.
@Component
class Lull {
    private static final Duration MOST = Duration.ofMinutes(3);

    private final LongSupplier merges;
    private final LongSupplier nanos;
    private final Duration quiet;

    private boolean awaited;
    private long since;
    private long seen;
    private long moved;

    @Autowired
    Lull(
            Attribution attribution,
            PlatformTransactionManager transactions,
            @Value("${mainstay.rating.quiet:PT20S}") Duration quiet) {
        this(merges(attribution, new TransactionTemplate(transactions)), System::nanoTime, quiet);
    }

    /// @param nanos time that only goes forward
    /// @param quiet how long there has to be no merge
    Lull(LongSupplier merges, LongSupplier nanos, Duration quiet) {
        this.merges = merges;
        this.nanos = nanos;
        this.quiet = quiet;
    }

    private static LongSupplier merges(Attribution attribution, TransactionTemplate transaction) {
        return () -> Objects.requireNonNull(transaction.execute(status -> attribution.merges()));
    }

    /// How many merges there have been so far.
    long merges() {
        return merges.getAsLong();
    }

    /// A run was overtaken by a merge: from now on quiet is awaited.
    synchronized void begin() {
        awaited = true;
        since = nanos.getAsLong();
        seen = merges.getAsLong();
        moved = since;
    }

    /// Whether quiet is awaited still: there were merges a moment ago, and not for some minutes yet.
    synchronized boolean isAwaited() {
        if (awaited) {
            long now = nanos.getAsLong();
            long found = merges.getAsLong();
            moved = found == seen ? moved : now;
            seen = found;
            awaited = now - moved < quiet.toNanos() && now - since < MOST.toNanos();
        }
        return awaited;
    }
}
