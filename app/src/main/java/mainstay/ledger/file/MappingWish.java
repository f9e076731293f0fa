package mainstay.ledger.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the user said about a file: its kind, a profile by name, single fields, the form of its dates, the
/// look-up file, how it is to be read.
///
/// @param own    a profile out of a file of the operator's; it goes before the named one
/// @param lookup the look-up file, or the folder it lies in; null where that is beside the file
public record MappingWish(
        Optional<Kind> kind,
        @Nullable String profile,
        @Nullable Profile own,
        Map<String, String> maps,
        @Nullable String dateFormat,
        @Nullable Path lookup,
        Reading reading) {

    public MappingWish(
            Optional<Kind> kind,
            @Nullable String profile,
            Map<String, String> maps,
            @Nullable String dateFormat,
            @Nullable Path lookup) {
        this(kind, profile, maps, dateFormat, lookup, Reading.GUESSED);
    }

    public MappingWish(
            Optional<Kind> kind,
            @Nullable String profile,
            Map<String, String> maps,
            @Nullable String dateFormat,
            @Nullable Path lookup,
            Reading reading) {
        this(kind, profile, null, maps, dateFormat, lookup, reading);
    }

    public static MappingWish of(Kind kind) {
        return new MappingWish(Optional.of(kind), null, Map.of(), null, null);
    }

    public MappingWish read(Reading how) {
        return new MappingWish(kind, profile, own, maps, dateFormat, lookup, how);
    }

    public MappingWish by(Profile ofFile) {
        return new MappingWish(kind, profile, ofFile, maps, dateFormat, lookup, reading);
    }

    public static boolean isDatePattern(String pattern) {
        return PatternDateForm.understands(pattern);
    }
}
