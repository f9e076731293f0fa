package mainstay.accounts;

/// An old code was asked for: the account is found under another one.
final class AccountElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    AccountElsewhere(AccountCard found) {
        super(found.code());
        this.code = found.code();
    }

    String code() {
        return code;
    }
}
