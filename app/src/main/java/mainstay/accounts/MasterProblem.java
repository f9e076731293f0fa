package mainstay.accounts;

import org.jspecify.annotations.Nullable;

/// Why a row of an account file was not taken.
public record MasterProblem(long line, AccountField field, Reason reason, @Nullable String value) {

    public enum Reason {
        REPEATED_CODE,
        UNKNOWN_PARENT,
        PARENT_CIRCLE,
        HOLDING_OUT_OF_RANGE,
        LIMIT_NEGATIVE,
        TERM_OUT_OF_RANGE,
        CLOSED_BEFORE_OPENED
    }
}
