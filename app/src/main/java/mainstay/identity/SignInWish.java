package mainstay.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which tries are asked for; null wherever all are.
///
/// @param ended true: let in; false: refused
/// @param until before this moment
record SignInWish(
        @Nullable Long user,
        @Nullable SignInWay way,
        @Nullable Boolean ended,
        @Nullable Instant from,
        @Nullable Instant until) {

    static SignInWish of(long user) {
        return new SignInWish(user, null, null, null, null);
    }
}
