package mainstay.ledger.file;

/// A field of a ledger row: its name on the command line and in profiles, and the staging column that takes it.
public record Field(String name, FieldType type, Presence presence) {

    /// Whether a file must have a column for the field, and whether each row must fill it.
    public enum Presence {
        NEEDED,
        COLUMN_NEEDED,
        OPTIONAL
    }

    static Field needed(String name, FieldType type) {
        return new Field(name, type, Presence.NEEDED);
    }

    static Field columnNeeded(String name, FieldType type) {
        return new Field(name, type, Presence.COLUMN_NEEDED);
    }

    static Field optional(String name, FieldType type) {
        return new Field(name, type, Presence.OPTIONAL);
    }

    /// The name in the database: `customerName` is `customer_name`.
    public String column() {
        StringBuilder column = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                column.append('_');
            }
            column.append(Character.toLowerCase(c));
        }
        return column.toString();
    }
}
