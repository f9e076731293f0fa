package mainstay.ledger.file;

import org.jspecify.annotations.Nullable;

/// A value that cannot be read. Thrown often in a bad file, so it carries no stack.
final class FieldProblem extends Exception {

    private final Reason reason;
    private final @Nullable String value;

    FieldProblem(Reason reason, @Nullable String value) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.value = value;
    }

    /// The same problem, told of another text.
    FieldProblem about(String text) {
        return new FieldProblem(reason, text);
    }

    Reason reason() {
        return reason;
    }

    @Nullable
    String value() {
        return value;
    }

    RowProblem in(long line, String column) {
        return RowProblem.of(line, column, reason, value);
    }
}
