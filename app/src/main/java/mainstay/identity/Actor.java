package mainstay.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Somebody for whom work is done.
///
/// @param id null for the local operator, who is nobody's user
public record Actor(
        @Nullable Long id, String name, @Nullable Role role, Level reach) {

    private static final Actor OPERATOR = new Actor(null, "local operator", null, Level.FULL);
    private static final Actor ITSELF = new Actor(null, "Mainstay", null, Level.FULL);

    /// Whoever can read the data directory.
    public static Actor operator() {
        return OPERATOR;
    }

    /// The application, where it does something that nobody asked for just now.
    public static Actor itself() {
        return ITSELF;
    }

    public static Actor of(User user) {
        return new Actor(user.id(), user.name(), user.role(), user.role().reach());
    }

    public boolean is(Role... roles) {
        return role == null || Arrays.asList(roles).contains(role);
    }

    public boolean reaches(Level level) {
        return reach.compareTo(level) >= 0;
    }
}
