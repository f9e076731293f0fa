package mainstay.accounts;

import java.util.Set;

/// What an account file may say about an account, beside its code. A field that a file has not is left as it was.
public enum AccountField {
    NAME(1),
    CATEGORY(2),
    REGION(4),
    MANAGER(8),
    CREDIT_LIMIT(16),
    PAYMENT_TERM(32),
    OPENED_ON(64),
    CLOSED_ON(128),
    PARENT(256);

    private final int bit;

    AccountField(int bit) {
        this.bit = bit;
    }

    boolean isIn(int bits) {
        return (bits & bit) != 0;
    }

    static int bits(Set<AccountField> fields) {
        return fields.stream().mapToInt(field -> field.bit).sum();
    }
}
