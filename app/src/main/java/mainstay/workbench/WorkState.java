package mainstay.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import mainstay.shared.WorkSource.Work;
import org.jspecify.annotations.Nullable;

/// What a person said about an entry, with the facts it was said about.
///
/// @param doneAt       set where it was done
/// @param snoozedUntil the day it comes back; set where it was put off
/// @param handedTo     user who has it now; set where it was handed on
public record WorkState(
        String rule,
        String subject,
        @Nullable Instant doneAt,
        @Nullable LocalDate snoozedUntil,
        @Nullable Long handedTo,
        @Nullable String reason,
        @Nullable LocalDate since,
        int urgency,
        @Nullable Long money) {

    /// Money at stake may grow by a quarter before a done entry counts as a new case.
    private static final double MUCH_MORE = 1.25;

    /// Whether the entry stays away today. A snoozed one does until its day; one done or handed on as long as it is the
    /// same case: begun on the same day, no more urgent, and without much more money at stake.
    public boolean keepsAway(Work work, LocalDate today) {
        if (snoozedUntil != null) {
            return today.isBefore(snoozedUntil);
        }
        return Objects.equals(since, work.since()) && work.urgency() <= urgency && !isMuchMore(work.money());
    }

    private boolean isMuchMore(@Nullable Long now) {
        if (now == null) {
            return false;
        }
        return money == null || now > Math.abs(money) * MUCH_MORE;
    }
}
