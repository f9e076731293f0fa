package mainstay.identity;

/// How a change to the users ended.
public sealed interface UserChange {

    record Done(long userId) implements UserChange {}

    /// @param messageKey why not
    record Refused(String messageKey) implements UserChange {}
}
