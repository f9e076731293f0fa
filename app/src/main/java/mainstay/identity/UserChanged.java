package mainstay.identity;

/// Something about a user changed: `role`, `disabled`, `enabled`, `password`, `sessions`, `secondFactor`,
/// `passkey`, `provider` or `managers`.
public record UserChanged(long userId, String what, String value) {}
