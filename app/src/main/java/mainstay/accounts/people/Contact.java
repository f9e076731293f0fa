package mainstay.accounts.people;

import org.jspecify.annotations.Nullable;

/// One way to reach somebody.
///
/// @param note for instance whose phone it is, or when to call
public record Contact(
        ContactKind kind, String value, @Nullable String note) {

    /// Where a tap on it leads; null where it leads nowhere.
    public @Nullable String link() {
        return switch (kind) {
            case PHONE -> "tel:" + value.replaceAll("[^+\\d]", "");
            case MAIL -> "mailto:" + value;
            default -> null;
        };
    }

    String folded() {
        return kind.folded(value);
    }
}
