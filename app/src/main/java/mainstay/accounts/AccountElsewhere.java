package mainstay.accounts;

/// An old code was asked for: the account is found under another one.
final class AccountElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String location;

    AccountElsewhere(String location) {
        super(location);
        this.location = location;
    }

    String location() {
        return location;
    }
}
