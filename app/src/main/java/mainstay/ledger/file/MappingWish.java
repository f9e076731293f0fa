package mainstay.ledger.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the user said about a file: its kind, a profile by name, single fields, the form of its dates, the
/// look-up file.
public record MappingWish(
        Optional<Kind> kind,
        @Nullable String profile,
        Map<String, String> maps,
        @Nullable String dateFormat,
        @Nullable Path lookup) {

    public static MappingWish of(Kind kind) {
        return new MappingWish(Optional.of(kind), null, Map.of(), null, null);
    }

    public static boolean isDatePattern(String pattern) {
        try {
            return PatternDateForm.of(pattern).formatter().getLocale() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
