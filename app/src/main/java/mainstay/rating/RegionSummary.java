package mainstay.rating;

import org.jspecify.annotations.Nullable;

/// A region with what the key-account rule says within it.
///
/// @param accounts with sales there; null where the reader sees only some of them
/// @param revenue  of all of them in twelve months, four decimals; null likewise
public record RegionSummary(
        String region,
        @Nullable Integer accounts,
        @Nullable Long revenue,
        int key,
        int provisional,
        int nearMiss,
        int potential) {}
