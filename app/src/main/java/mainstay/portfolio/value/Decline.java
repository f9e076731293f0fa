package mainstay.portfolio.value;

import java.util.Optional;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// That an account is expected to bring clearly more than in its last twelve months: the expectation rests on older
/// days too, so it lags behind a fall.
final class Decline {
    /// Less more than this is no contradiction.
    private static final double CLEARLY = 1.2;

    /// Of the sales of the last twelve months; with the cost of fewer known their margin is too low to compare.
    private static final double MOST = 0.95;

    private static final int MONTHS = 12;

    private Decline() {}

    /// What is expected, what was earned, why they differ, and what would come at the pace of the last twelve months
    /// with the same chance of leaving.
    ///
    /// @param knownShare the part of the sales of the last twelve months whose cost is known
    static Optional<Text> of(AccountValue value, double knownShare) {
        Long year = value.yearMargin();
        Long margin = value.margin();
        Long staying = value.stayingMargin();
        if (year == null || margin == null || staying == null || year <= 0 || staying <= 0) {
            return Optional.empty();
        }
        boolean whole = knownShare >= MOST
                && !value.firstPurchase().isAfter(value.asOf().minusMonths(MONTHS));
        if (!whole || margin <= CLEARLY * year) {
            return Optional.empty();
        }
        double remaining = Math.min(1, (double) margin / staying);
        return Optional.of(Text.of(
                "value.decline." + value.method(),
                Shown.money(margin),
                Shown.money(year),
                Shown.money(Math.round(year * remaining))));
    }
}
