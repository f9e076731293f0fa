package mainstay.ledger.file;

/// What a field holds, and so how its text is read.
public enum FieldType {
    CODE,
    /// the code of a currency, or its name
    CURRENCY,
    /// the code of an account, which stands in addresses
    ACCOUNT,
    NAME,
    DATE,
    /// the month that a day lies in
    MONTH,
    NUMBER,
    /// a number not below nought
    LIMIT,
    /// a number of percent, with or without the sign
    PERCENT,
    EXACT,
    WHOLE,
    /// a whole number of days
    TERM,
    FLAG,
    DOCUMENT_KIND;

    /// Whether a calculation may give it.
    boolean isNumber() {
        return this == NUMBER || this == LIMIT || this == PERCENT;
    }
}
