package mainstay.testing;

import java.util.Set;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.identity.TestTokens;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.identity.UserChange;
import mainstay.identity.UserDesk;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The people of the stories. Each exists from the first time a story names them.
public final class Cast {

    public static final String PASSWORD = "pillar in midstream";

    private final UserDesk users;
    private final TestTokens tokens;

    Cast(UserDesk users, TestTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    public User administrator() {
        return person("ada", "Ada Zhou", Role.ADMINISTRATOR);
    }

    public User director() {
        return person("wang", "王总", Role.DIRECTOR);
    }

    public User controller() {
        return person("chen", "陈会计", Role.CONTROLLER);
    }

    public User keyAccountManager() {
        return person("li", "李经理", Role.KAM);
    }

    public User agent() {
        return person("zhao", "赵客服", Role.AGENT);
    }

    public User viewer() {
        return person("qian", "钱同事", Role.VIEWER);
    }

    public User withRole(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> administrator();
            case DIRECTOR -> director();
            case CONTROLLER -> controller();
            case KAM -> keyAccountManager();
            case AGENT -> agent();
            case VIEWER -> viewer();
        };
    }

    /// Somebody beside the usual people.
    public User another(String name, String fullName, Role role) {
        return person(name, fullName, role);
    }

    private User person(String name, String fullName, Role role) {
        return Acting.asOperator(() -> {
            if (users.byName(name).isEmpty()
                    && users.add(name, fullName, role, PASSWORD) instanceof UserChange.Refused refused) {
                throw new IllegalStateException(refused.messageKey());
            }
            return users.byName(name).orElseThrow();
        });
    }

    /// Runs something as one of them, as a request would.
    public <T> T as(User user, Supplier<T> work) {
        return Acting.as(Actor.of(user), work);
    }

    /// A personal access token of one of them.
    public String token(User user) {
        return tokens.create(user);
    }

    /// One that opens less than its owner may.
    public String token(User user, TokenScope... scopes) {
        return tokens.create(user, Set.of(scopes));
    }

    /// Sends a web request as one of them, signed in.
    public RequestPostProcessor signedIn(User user) {
        return SignedInRequest.of(user);
    }
}
