package mainstay.identity;

/// Something about a user changed: `role`, `disabled`, `enabled` or `password`.
public record UserChanged(long userId, String what, String value) {}
