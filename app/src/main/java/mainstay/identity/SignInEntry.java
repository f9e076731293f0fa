package mainstay.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try to sign in, as the log tells it.
///
/// @param name   what the person signs in with; null where nobody has the name that was tried
/// @param factor `app` or `recoveryCode` where a second factor was asked for, else null
public record SignInEntry(
        long id,
        Instant at,
        @Nullable String name,
        SignInWay way,
        SignInResult result,
        @Nullable String factor,
        Arrival arrival) {}
