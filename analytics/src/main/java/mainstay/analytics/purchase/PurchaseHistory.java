package mainstay.analytics.purchase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The purchases of one customer in order of time, at least one.
///
/// Purchases of one day are merged into one with the sum of their amounts, unless they are asked to stay
/// apart; the order in which they are given does not matter.
public final class PurchaseHistory {

    private final List<Purchase> days;

    private PurchaseHistory(List<Purchase> days) {
        this.days = days;
    }

    /// The history of a customer's purchases, those of one day merged.
    ///
    /// @param purchases in any order, at least one
    /// @throws IllegalArgumentException if there is no purchase
    public static PurchaseHistory of(Collection<Purchase> purchases) {
        return of(purchases, SameDay.MERGED);
    }

    /// The history of a customer's purchases.
    ///
    /// @param purchases in any order, at least one
    /// @param sameDay what becomes of several purchases on one day
    /// @throws IllegalArgumentException if there is no purchase
    public static PurchaseHistory of(Collection<Purchase> purchases, SameDay sameDay) {
        if (purchases.isEmpty()) {
            throw new IllegalArgumentException("a history needs at least one purchase");
        }
        return new PurchaseHistory(
                switch (sameDay) {
                    case MERGED -> merged(purchases);
                    case APART ->
                        purchases.stream()
                                .sorted(Comparator.comparing(Purchase::date).thenComparingDouble(Purchase::amount))
                                .toList();
                });
    }

    private static List<Purchase> merged(Collection<Purchase> purchases) {
        var amounts = new TreeMap<LocalDate, Double>();
        purchases.forEach(purchase -> amounts.merge(purchase.date(), purchase.amount(), Double::sum));
        return amounts.entrySet().stream()
                .map(day -> new Purchase(day.getKey(), day.getValue()))
                .toList();
    }

    /// The purchases, earliest first; one per day unless they were asked to stay apart.
    public List<Purchase> days() {
        return days;
    }

    /// The day of the first purchase.
    public LocalDate first() {
        return days.getFirst().date();
    }

    /// The day of the last purchase.
    public LocalDate last() {
        return days.getLast().date();
    }

    /// The sum of all amounts.
    public double amount() {
        return days.stream().mapToDouble(Purchase::amount).sum();
    }

    /// The numbers of days between consecutive purchases, earliest gap first; each is 1 or more, or 0 where
    /// purchases of one day stay apart.
    ///
    /// @return one gap fewer than purchases
    public int[] gaps() {
        var gaps = new int[days.size() - 1];
        for (var i = 0; i < gaps.length; i++) {
            gaps[i] = Math.toIntExact(
                    ChronoUnit.DAYS.between(days.get(i).date(), days.get(i + 1).date()));
        }
        return gaps;
    }

    /// The history as it was known at the end of a day: later purchases are left out.
    ///
    /// @return empty where the first purchase came later
    public Optional<PurchaseHistory> until(LocalDate end) {
        if (!last().isAfter(end)) {
            return Optional.of(this);
        }
        var known = days.stream().filter(day -> !day.date().isAfter(end)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new PurchaseHistory(known));
    }

    /// The summary of what was observed up to the end of a day.
    ///
    /// @param observationEnd last day of the observation, included; later purchases are ignored
    /// @param unit unit of the times in the summary
    /// @return empty where the first purchase came later
    public Optional<CustomerSummary> summary(LocalDate observationEnd, TimeUnit unit) {
        return until(observationEnd).map(known -> known.summarised(observationEnd, unit));
    }

    /// The history cut in two, to check a model on days it has not seen.
    ///
    /// @param calibrationEnd last day of the calibration period, included
    /// @param observationEnd last day of the holdout period, which begins on the day after `calibrationEnd`
    /// @param unit unit of the times
    /// @return empty where the first purchase came after the calibration period
    /// @throws IllegalArgumentException if `observationEnd` lies before `calibrationEnd`
    public Optional<CalibrationSplit> split(LocalDate calibrationEnd, LocalDate observationEnd, TimeUnit unit) {
        if (observationEnd.isBefore(calibrationEnd)) {
            throw new IllegalArgumentException(
                    "observation end " + observationEnd + " lies before calibration end " + calibrationEnd);
        }
        var heldOut = days.stream()
                .filter(day -> day.date().isAfter(calibrationEnd) && !day.date().isAfter(observationEnd))
                .toList();
        return summary(calibrationEnd, unit)
                .map(calibration -> new CalibrationSplit(
                        calibration,
                        heldOut.size(),
                        unit.between(calibrationEnd, observationEnd),
                        meanAmount(heldOut)));
    }

    private CustomerSummary summarised(LocalDate observationEnd, TimeUnit unit) {
        var repeats = days.subList(1, days.size());
        return new CustomerSummary(
                repeats.size(),
                unit.between(first(), last()),
                unit.between(first(), observationEnd),
                meanAmount(repeats),
                unit);
    }

    private static OptionalDouble meanAmount(List<Purchase> purchases) {
        return purchases.stream().mapToDouble(Purchase::amount).average();
    }
}
