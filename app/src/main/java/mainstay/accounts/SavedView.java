package mainstay.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A state of the list under a name.
///
/// @param query     filters, order and columns as they stand in an address
/// @param isUsual   whether the reader's list opens with it
/// @param removedAt null while it stands
public record SavedView(
        long id,
        long ownerId,
        String name,
        boolean shared,
        String query,
        boolean isUsual,
        Instant changedAt,
        @Nullable Instant removedAt) {

    public String path() {
        return "/accounts?" + query + "&view=" + id;
    }

    /// Its address for colleagues: it stays when the view changes.
    public String link() {
        return "/accounts/views/" + id;
    }

    public boolean isOf(long user) {
        return ownerId == user;
    }
}
