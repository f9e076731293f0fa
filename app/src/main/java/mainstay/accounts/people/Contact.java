package mainstay.accounts.people;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One way to reach somebody.
///
/// @param note for instance whose phone it is, or when to call
public record Contact(
        ContactKind kind, String value, @Nullable String note) {

    private static final int FEWEST_REMEMBERED = 4;

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

    /// A phone number from each digit on, as people remember the last ones; nothing of anything else.
    Stream<String> endings() {
        String digits = folded();
        return kind == ContactKind.PHONE
                ? IntStream.rangeClosed(1, digits.length() - FEWEST_REMEMBERED).mapToObj(digits::substring)
                : Stream.of();
    }
}
