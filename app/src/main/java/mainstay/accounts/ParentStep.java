package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Under whom an account stands from a day on, until the next step.
///
/// @param from    [LocalDate#MIN]: as long as anybody knows
/// @param parent  null: it stands alone
/// @param holding what the parent holds, in percent; null: unknown
record ParentStep(
        LocalDate from, @Nullable Long parent, @Nullable BigDecimal holding) {}
