package mainstay.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which files the batches were that spoke of accounts; told by the module that keeps the batches.
public interface BatchOrigins {

    /// One batch.
    ///
    /// @param actor       who brought the file
    /// @param withdrawnAt null while it stands
    record Origin(
            long batch,
            String file,
            String actor,
            Instant at,
            @Nullable Instant withdrawnAt) {}

    List<Origin> of(Collection<Long> batches);
}
