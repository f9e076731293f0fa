package mainstay.dossier.look;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which looks are asked for; null wherever all are.
///
/// @param until before this moment
record LookWish(
        @Nullable Long account,
        @Nullable Long user,
        @Nullable Instant from,
        @Nullable Instant until) {}
