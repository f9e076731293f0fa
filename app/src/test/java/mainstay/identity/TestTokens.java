package mainstay.identity;

import java.util.Set;

/// Makes access tokens for the stories.
public final class TestTokens {

    private final AccessTokens tokens;

    TestTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    public String create(User user) {
        return create(user, TokenScope.all());
    }

    public String create(User user, Set<TokenScope> scopes) {
        return tokens.create(user.id(), "story", scopes, AccessTokens.LIFE);
    }
}
