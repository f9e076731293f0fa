package mainstay.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entries that a module tells from the history it keeps anyway, instead of writing them down a second time.
public interface TimelineSource {

    /// What happened to an account, in any order; only what the reader may see.
    List<Timeline.Entry> of(long accountId);

    /// The same after a moment.
    default List<Timeline.Entry> of(long accountId, Instant after) {
        return of(accountId).stream().filter(entry -> entry.at().isAfter(after)).toList();
    }

    /// The entries of an account are about to be shown to the person for whom this runs.
    ///
    /// @param after those after this moment alone; null: all
    default void opening(long accountId, @Nullable Instant after) {}
}
