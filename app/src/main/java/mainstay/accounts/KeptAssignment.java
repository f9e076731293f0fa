package mainstay.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An assignment as it was made.
///
/// @param manager  name; null where the accounts have nobody since
/// @param undoneBy null while it stands
public record KeptAssignment(
        long number,
        @Nullable String manager,
        long accounts,
        String byUser,
        Instant at,
        @Nullable String undoneBy) {}
