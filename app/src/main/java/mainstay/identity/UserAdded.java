package mainstay.identity;

/// Somebody may sign in from now on.
public record UserAdded(long userId, String name, Role role) {}
