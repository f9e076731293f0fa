package mainstay.accounts.people;

import java.time.Instant;

/// That one person stands for another.
public record PersonMerge(long id, long mergedId, long survivorId, String name, String byUser, Instant mergedAt) {}
