package mainstay.planning.need;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was really delivered in the twelve months up to the last day of the ledger. What nothing is known of is null.
///
/// @param lines        delivered
/// @param judged       of those due by then, with a day that was promised or asked for
/// @param onTimeInFull of those, delivered by that day and, where quantities are known, in full
/// @param leadLines    lines whose order is known
/// @param leadUsual    days from order to delivery that half of them took at most
/// @param leadSlow     days that nine of ten took at most
/// @param unit         in which quantities are counted; null where none is stated
/// @param batchSmall   quantity that one delivery in ten stays below; in ten-thousandths
/// @param batchUsual   quantity of the delivery in the middle
/// @param batchLarge   quantity that one delivery in ten exceeds
/// @param deliveries   days on which something was delivered
/// @param cycleUsual   days between two of them, in the middle
/// @param price        paid for one unit on average, in ten-thousandths; only where one product is asked for
public record Supply(
        @Nullable LocalDate after,
        @Nullable LocalDate until,
        int lines,
        int judged,
        int onTimeInFull,
        int leadLines,
        @Nullable Integer leadUsual,
        @Nullable Integer leadSlow,
        @Nullable String unit,
        @Nullable Long batchSmall,
        @Nullable Long batchUsual,
        @Nullable Long batchLarge,
        int deliveries,
        @Nullable Integer cycleUsual,
        @Nullable Long price) {

    public boolean isKnown() {
        return lines > 0 || judged > 0 || price != null;
    }

    /// Share of the judged lines that came on time and in full; unknown where none was judged.
    public @Nullable Double otif() {
        return judged == 0 ? null : (double) onTimeInFull / judged;
    }
}
