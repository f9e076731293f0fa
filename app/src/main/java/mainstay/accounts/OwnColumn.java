package mainstay.accounts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import mainstay.accounts.AccountColumn.Cell;
import mainstay.accounts.AccountColumn.Form;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// A column of the list that stands on the card of an account itself.
enum OwnColumn {
    CODE("code", "lists.code"),
    GROUP("group", "account.group"),
    MANAGER("manager", "accounts.manager"),
    REGION("region", "accounts.region"),
    CATEGORY("category", "accounts.category"),
    CREDIT_LIMIT("creditLimit", "accounts.creditLimit"),
    PAYMENT_TERM("paymentTerm", "lists.termDays"),
    OPENED("openedOn", "account.openedOn"),
    CLOSED("closedOn", "account.closedOn");

    private final String key;
    private final String labelKey;

    OwnColumn(String key, String labelKey) {
        this.key = key;
        this.labelKey = labelKey;
    }

    String key() {
        return key;
    }

    String labelKey() {
        return labelKey;
    }

    boolean isNumber() {
        return this == CREDIT_LIMIT || this == PAYMENT_TERM;
    }

    /// What a reader must reach on an account to read it.
    Level needed() {
        return this == CREDIT_LIMIT || this == PAYMENT_TERM ? Level.BUSINESS : Level.CARD;
    }

    /// What an empty cell says: that nobody told, that nothing was agreed, or that this is how it should be.
    String absentKey() {
        return switch (this) {
            case CLOSED -> "account.stillOpen";
            case GROUP -> "accounts.noGroup";
            case CREDIT_LIMIT, PAYMENT_TERM -> "accounts.notSet";
            case CODE, MANAGER, REGION, CATEGORY, OPENED -> "accounts.unknown";
        };
    }

    boolean isBlankWhereAbsent() {
        return this == CLOSED || this == GROUP;
    }

    Cell of(AccountCard account) {
        return switch (this) {
            case CODE -> Cell.text(Form.TEXT, account.code());
            case GROUP -> Cell.text(Form.TEXT, account.group());
            case MANAGER -> Cell.text(Form.TEXT, account.manager());
            case REGION -> Cell.text(Form.TEXT, account.region());
            case CATEGORY -> Cell.text(Form.TEXT, account.category());
            case CREDIT_LIMIT -> Cell.of(Form.MONEY, account.creditLimit());
            case PAYMENT_TERM -> Cell.of(Form.NUMBER, account.paymentTermDays());
            case OPENED -> Cell.of(Form.DATE, day(account.openedOn()));
            case CLOSED -> Cell.of(Form.DATE, day(account.closedOn()));
        };
    }

    static Optional<OwnColumn> of(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    private static @Nullable Long day(@Nullable LocalDate date) {
        return date == null ? null : date.toEpochDay();
    }
}
