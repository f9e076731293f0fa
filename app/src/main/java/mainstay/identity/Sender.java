package mainstay.identity;

import java.util.Set;

/// Who sent a request.
///
/// @param scopes what may be asked for in it; all, for who signed in on a page
record Sender(User user, SignedIn signedIn, Set<TokenScope> scopes) {

    static Sender onPages(User user, SignedIn signedIn) {
        return new Sender(user, signedIn, TokenScope.all());
    }

    static Sender byToken(User user, Set<TokenScope> scopes) {
        return new Sender(user, SignedIn.byToken(user), scopes);
    }
}
