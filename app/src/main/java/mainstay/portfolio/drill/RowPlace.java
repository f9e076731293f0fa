package mainstay.portfolio.drill;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// After which document or line a page goes on.
///
/// @param line of a document; for documents the billed account
record RowPlace(LocalDate day, long document, long account, long line) {

    private static final int PARTS = 4;

    static Optional<RowPlace> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        try {
            if (parts.length == PARTS && parts[0].length() == "yyyy-mm-dd".length()) {
                return Optional.of(new RowPlace(
                        LocalDate.parse(parts[0]),
                        Long.parseLong(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3])));
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw new Problem.Invalid("drill.noSuchPlace", text);
        }
        throw new Problem.Invalid("drill.noSuchPlace", text);
    }

    @Override
    public String toString() {
        return day + "." + document + "." + account + "." + line;
    }
}
