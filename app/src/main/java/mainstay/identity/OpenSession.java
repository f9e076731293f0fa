package mainstay.identity;

import java.time.Instant;

/// Where somebody is signed in now.
///
/// @param handle stands for the session on pages, which never hold its number
/// @param own    whether it is the one that asks
public record OpenSession(
        String handle, Arrival arrival, SignInWay way, Instant since, Instant lastSeen, boolean own) {}
