package mainstay.activity;

import java.util.List;

/// Entries that a module tells from the history it keeps anyway, instead of writing them down a second time.
public interface TimelineSource {

    /// What happened to an account, in any order; only what the reader may see.
    List<Timeline.Entry> of(long accountId);

    /// The entries of an account are about to be shown to the person for whom this runs.
    default void opening(long accountId) {}
}
