package mainstay.ledger.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing wrong in one row (`line` counts from 1 and the header is line 1; 0 means the file as a whole).
public record RowProblem(
        long line,
        @Nullable String column,
        Reason reason,
        List<String> args,
        @Nullable String value) {

    private static final int SHOWN = 200;

    public RowProblem {
        args = List.copyOf(args);
        value = value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    public static RowProblem of(
            long line, @Nullable String column, Reason reason, @Nullable String value, Object... args) {
        return new RowProblem(
                line,
                column,
                reason,
                List.of(args).stream().map(String::valueOf).toList(),
                value);
    }

    public static RowProblem ofFile(Reason reason, Object... args) {
        return of(0, null, reason, null, args);
    }
}
