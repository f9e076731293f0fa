package mainstay.terms.rebate;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Everything about one rebate of an account in a period: by which rule, month by month, and what became of it.
///
/// @param asOf the day up to which the ledger was counted; null before the first run
public record Statement(
        Rebate rebate,
        LadderRule rule,
        List<String> categories,
        List<Month> months,
        List<Booking> bookings,
        List<Proposal> proposals,
        @Nullable LocalDate asOf) {

    /// @param until     up to which day it is counted, where it is not over
    /// @param bought    what the steps are held against, in this month
    /// @param measured  up to its end
    /// @param reference up to its end, where the basis needs one
    /// @param earned    up to its end; unknown where null
    /// @param added     by this month
    public record Month(
            LocalDate month,
            @Nullable LocalDate until,
            long bought,
            long measured,
            @Nullable Long reference,
            @Nullable Long earned,
            @Nullable Long added) {

        /// As it is written.
        public Text named() {
            Text name = Text.of("period.month", String.valueOf(month.getYear()), month.getMonthValue());
            return until == null ? name : Text.of("rebate.monthTo", name, until);
        }

        public LocalDate lastDay() {
            return month.plusMonths(1).minusDays(1);
        }
    }

    /// What could be taken back for goods that were sold outside their territory.
    ///
    /// @param money  of these goods
    /// @param earned that the account would not have earned without them
    public record Proposal(long finding, LocalDate from, LocalDate to, long money, long earned) {}
}
