package mainstay.terms.rebate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a ladder makes accounts buy ahead: what reaching a step pays at once, and whether more purchases than usual
/// took accounts over it in the last days of periods.
public record Incentive(List<OfStep> steps) {

    /// @param place     of the step, from 1
    /// @param amount    at which it begins, in ten-thousandths
    /// @param jump      what the last unit before the step earns at once, in ten-thousandths; 0 where only
    ///                  what lies above the step earns more
    /// @param tempted   accounts that ended the last period at most a tenth below the step
    /// @param near      account-periods that stood at most a tenth below the step two weeks before the end
    /// @param crossed   of these, how many were over it at the end
    /// @param expected  how many would have been, judging by amounts at which there is no step
    /// @param ahead     bought in these two weeks above the account's own usual pace, by those who crossed
    public record OfStep(
            int place,
            long amount,
            @Nullable Long jump,
            int tempted,
            int near,
            int crossed,
            double expected,
            @Nullable Double chance,
            long ahead) {

        static final int ENOUGH = 10;
        private static final double STRONG = 0.01;
        private static final double WEAK = 0.05;

        /// `few`, `none`, `hint` or `strong`.
        public String verdict() {
            if (near < ENOUGH || chance == null) {
                return "few";
            }
            return chance < STRONG ? "strong" : chance < WEAK ? "hint" : "none";
        }

        public String tone() {
            return switch (verdict()) {
                case "strong" -> "tag-bad";
                case "hint" -> "tag-warn";
                case "none" -> "tag-good";
                default -> "tag-muted";
            };
        }
    }
}
