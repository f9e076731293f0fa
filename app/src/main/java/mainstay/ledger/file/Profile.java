package mainstay.ledger.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A named mapping for files of one origin: which columns make which fields.
public record Profile(
        String name,
        String kind,
        @Nullable String source,
        @Nullable List<String> headers,
        @Nullable String separator,
        @Nullable String sheet,
        @Nullable String dateFormat,
        @Nullable Join join,
        Map<String, String> fields,
        @Nullable Set<String> wholeNumbers,
        @Nullable String creditNotePrefix,
        @Nullable Where where,
        @Nullable Set<String> negate) {

    public Profile {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        wholeNumbers = wholeNumbers == null ? Set.of() : Set.copyOf(wholeNumbers);
        negate = negate == null ? Set.of() : Set.copyOf(negate);
    }

    /// The look-up file whose row with the same key stands beside each row.
    public record Join(List<String> files, String key, String lookupKey, String prefix) {}

    /// Which rows of the file belong to this kind.
    public record Where(String column, List<String> equals) {}

    /// A mapping without any prior knowledge.
    static Profile none(Kind kind) {
        return new Profile("", kind.code(), null, null, null, null, null, null, Map.of(), null, null, null, null);
    }

    public Profile called(String other) {
        return new Profile(
                other,
                kind,
                source,
                headers,
                separator,
                sheet,
                dateFormat,
                join,
                fields,
                wholeNumbers,
                creditNotePrefix,
                where,
                negate);
    }

    Set<String> codes() {
        return wholeNumbers == null ? Set.of() : wholeNumbers;
    }

    boolean negates(Field field) {
        return negate != null && negate.contains(field.name());
    }

    boolean recognises(List<String> found) {
        return headers != null && !headers.isEmpty() && headers.equals(found);
    }
}
