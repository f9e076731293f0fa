package mainstay.analytics.rhythm;

import java.time.LocalDate;
import java.util.OptionalDouble;
import mainstay.analytics.numeric.Incomplete;
import mainstay.analytics.purchase.PurchaseHistory;

/// Whether a customer buys less often than before: purchase days of two periods, one after the other.
///
/// If the rate has not changed, each of the n₀ + n₁ purchases falls into the later period with probability π
/// = d₁/(d₀ + d₁), d being lengths; the p-value is P(X ≤ n₁) for X from the binomial distribution (n₀ + n₁,
/// π). It holds for purchases at random moments; a customer who buys more regularly than that shows falls
/// that are real at larger p-values, so the test errs on the side of calm. Source: J. Przyborowski and H.
/// Wilenski, "Homogeneity of Results in Testing Samples from Poisson Series", Biometrika 31, 1940.
///
/// @param before n₀: purchase days in the earlier period
/// @param daysBefore its length d₀
/// @param after n₁: purchase days in the later period
/// @param daysAfter its length d₁
public record RateChange(int before, int daysBefore, int after, int daysAfter) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a count is below 0 or a period has no day
    public RateChange {
        if (before < 0 || after < 0 || daysBefore < 1 || daysAfter < 1) {
            throw new IllegalArgumentException(
                    before + " in " + daysBefore + " days, then " + after + " in " + daysAfter);
        }
    }

    /// The twelve months to a day against the twelve before; of the earlier ones only the days since the
    /// first purchase count.
    ///
    /// @param asOf last day of the later period
    /// @return the comparison; without purchases and with one day before for a newcomer of the last twelve months
    public static RateChange ofTwelveMonths(PurchaseHistory history, LocalDate asOf) {
        var middle = asOf.minusMonths(12);
        var start = asOf.minusMonths(24);
        var first = history.first().isAfter(start) ? history.first().minusDays(1) : start;
        return new RateChange(
                count(history, first, middle), days(first, middle), count(history, middle, asOf), days(middle, asOf));
    }

    private static int count(PurchaseHistory history, LocalDate after, LocalDate to) {
        return (int) history.days().stream()
                .filter(day -> day.date().isAfter(after) && !day.date().isAfter(to))
                .count();
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(Math.max(1, to.toEpochDay() - from.toEpochDay()));
    }

    /// The later rate over the earlier one: 1 for no change, 0.5 for half as often; empty where nothing was
    /// bought before.
    public OptionalDouble ratio() {
        return before == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) after / daysAfter * daysBefore / before);
    }

    /// The probability of so few later purchases if the rate has not changed, above 0 up to 1; 1 without
    /// purchases.
    public double pValue() {
        var part = (double) daysAfter / (daysBefore + daysAfter);
        return before == 0 ? 1 : Incomplete.beta(before, after + 1.0, 1 - part);
    }

    /// Whether the rate has fallen by more than chance explains.
    ///
    /// @param significance the p-value up to which chance is not believed, such as 0.05
    public boolean isFalling(double significance) {
        return pValue() <= significance;
    }
}
