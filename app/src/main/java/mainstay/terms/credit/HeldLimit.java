package mainstay.terms.credit;

import mainstay.terms.Entitlement;
import org.jspecify.annotations.Nullable;

/// A limit that binds an account: its own, or that of somebody who controls it, with all that stands against it.
///
/// @param holder whose limit it is
public record HeldLimit(long holder, String code, String name, Entitlement limit, Exposure exposure) {

    /// The same with its limit as a reader may know it.
    HeldLimit with(Entitlement seen) {
        return new HeldLimit(holder, code, name, seen, exposure);
    }

    /// Null where no limit is set, or the reader may not know it.
    public @Nullable Long amount() {
        return limit.amount();
    }

    /// What is left of the limit, below nought where it is exceeded; null where none is set or known.
    public @Nullable Long headRoom() {
        Long amount = amount();
        return amount == null ? null : amount - exposure.total();
    }
}
