package mainstay.accounts;

/// How opening an account by hand ended.
sealed interface AccountOpening {

    record Opened(String code) implements AccountOpening {}

    record Taken(String code) implements AccountOpening {}

    record Refused(String messageKey, Object argument) implements AccountOpening {}
}
