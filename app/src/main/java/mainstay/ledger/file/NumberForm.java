package mainstay.ledger.file;

import java.util.Collection;
import java.util.regex.Pattern;

/// Which character separates the decimals.
enum NumberForm {
    POINT,
    COMMA;

    private static final Pattern COMMA_FOR_CERTAIN =
            Pattern.compile("[^0-9]*(\\d{1,3}(\\.\\d{3})+,\\d+|\\d+,(\\d{1,2}|\\d{4,}))[^0-9]*");
    private static final Pattern POINT_FOR_CERTAIN = Pattern.compile(
            "[^0-9]*(\\d{1,3}(,\\d{3})+\\.\\d*|\\d+\\.(\\d{1,2}|\\d{4,})|\\d{1,3}(,\\d{3}){2,})[^0-9]*");

    /// A decimal comma is taken only where a value proves it and none speaks for a point.
    static NumberForm of(Collection<String> values) {
        boolean comma = values.stream()
                .anyMatch(value -> COMMA_FOR_CERTAIN.matcher(value).matches());
        boolean point = values.stream()
                .anyMatch(value -> POINT_FOR_CERTAIN.matcher(value).matches());
        return comma && !point ? COMMA : POINT;
    }
}
