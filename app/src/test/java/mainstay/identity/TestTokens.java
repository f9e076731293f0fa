package mainstay.identity;

/// Makes access tokens for the stories.
public final class TestTokens {

    private final AccessTokens tokens;

    TestTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    public String create(User user) {
        return tokens.create(user.id(), "story");
    }
}
