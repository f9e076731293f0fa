package mainstay.identity;

import java.io.Serializable;
import java.security.Principal;

/// What a session remembers of a person; everything else is read anew with each request.
///
/// @param at when they signed in, in milliseconds: a later change of the password ends the session
record SignedIn(long userId, String name, long at) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }
}
