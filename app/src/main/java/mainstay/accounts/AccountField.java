package mainstay.accounts;

import java.util.Set;

/// What an account file may say about an account, beside its code. A field that a file has not is left as it was.
public enum AccountField {
    NAME,
    CATEGORY,
    REGION,
    MANAGER,
    CREDIT_LIMIT,
    PAYMENT_TERM,
    OPENED_ON,
    CLOSED_ON,
    PARENT;

    int bit() {
        return 1 << ordinal();
    }

    static int bits(Set<AccountField> fields) {
        return fields.stream().mapToInt(AccountField::bit).sum();
    }
}
