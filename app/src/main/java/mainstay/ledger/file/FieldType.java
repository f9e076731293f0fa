package mainstay.ledger.file;

/// What a field holds, and so how its text is read.
public enum FieldType {
    CODE,
    NAME,
    DATE,
    NUMBER,
    EXACT,
    WHOLE,
    FLAG,
    DOCUMENT_KIND
}
