package mainstay.terms;

import org.jspecify.annotations.Nullable;

/// What an account's rebate stands at, contributed by whoever keeps rebates. Limits that follow the rebate are
/// not set while nobody does.
public interface RebateFigures {

    /// In ten-thousandths; unknown where null.
    ///
    /// @param accrued  earned up to now and not paid out
    /// @param expected at the end of the year, judging by the last twelve months
    /// @param withheld whether the reader may not know them; the limit that rests on them is the same for all
    record Rebate(@Nullable Long accrued, @Nullable Long expected, boolean withheld) {}

    Rebate of(long accountId);
}
