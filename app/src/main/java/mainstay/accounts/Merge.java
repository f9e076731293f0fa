package mainstay.accounts;

import java.time.Instant;

/// An account that was taken over by another.
///
/// @param code of the merged account, which still leads here
public record Merge(long id, long mergedId, long survivorId, String code, String name, String actor, Instant at) {}
