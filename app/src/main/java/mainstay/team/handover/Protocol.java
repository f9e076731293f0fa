package mainstay.team.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was handed over once.
///
/// @param name of who handed over
/// @param by   name that whoever did it signs in with
public record Protocol(long id, String name, String user, String reason, String by, Instant at, List<Item> items) {

    /// One thing.
    ///
    /// @param account name of the account it belongs to; null for none
    /// @param heir    null where it was ended or given back
    public record Item(
            String kind,
            String what,
            @Nullable String account,
            @Nullable String heir) {}
}
