package mainstay.ledger.file;

/// What a field holds, and so how its text is read.
public enum FieldType {
    CODE,
    /// the code of an account, which stands in addresses
    ACCOUNT,
    NAME,
    DATE,
    NUMBER,
    EXACT,
    WHOLE,
    FLAG,
    DOCUMENT_KIND
}
