package mainstay.workbench.asked;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What stood on one person's list this morning.
///
/// @param name     that somebody signs in with
/// @param waiting  entries without an answer
/// @param urgent   of them, those of today
/// @param money    the largest amount at stake in one of them, in ten-thousandths; unknown where null
/// @param oldest   the day on which the oldest of them first stood there
/// @param putOff   entries put off now
/// @param handedOn entries that colleagues have now
/// @param done     entries done in thirty days
/// @param settled  entries that the facts settled in thirty days, without a word
public record TeamLine(
        String name,
        String fullName,
        long waiting,
        long urgent,
        @Nullable Long money,
        @Nullable LocalDate oldest,
        long putOff,
        long handedOn,
        long done,
        long settled) {

    public boolean isEmpty() {
        return waiting + putOff + handedOn + done + settled == 0;
    }

    /// Of one person and one rule.
    ///
    /// @param oldest the day on which the oldest entry first stood there
    public record ByRule(
            String rule,
            long waiting,
            long urgent,
            @Nullable Long money,
            LocalDate oldest) {

        public String key() {
            return "work.rule." + rule;
        }
    }
}
