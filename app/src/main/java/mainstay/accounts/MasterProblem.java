package mainstay.accounts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a row of an account file was not taken.
public record MasterProblem(
        long line,
        AccountField field,
        Reason reason,
        @Nullable String value) {

    /// What is wrong, in words under [#key()].
    public enum Reason {
        UNUSABLE_CODE,
        REPEATED_CODE,
        UNKNOWN_PARENT,
        PARENT_CIRCLE,
        HOLDING_OUT_OF_RANGE,
        LIMIT_NEGATIVE,
        TERM_OUT_OF_RANGE,
        CLOSED_BEFORE_OPENED;

        public String key() {
            return "account.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
