package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.List;

/// The steps of rebates that accounts are about to reach. Without a bean of this type the test for spikes
/// looks at the ends of months alone, and says so.
public interface RebateSteps {

    /// A step of a ladder: who bought for so much within these days gets the next rebate.
    ///
    /// @param revenue in ten-thousandths
    record RebateStep(long account, LocalDate from, LocalDate to, long revenue) {}

    /// Steps whose last day lies between two days, both included.
    List<RebateStep> endingBetween(LocalDate from, LocalDate to);

    /// Grows with every change of them.
    long revision();
}
