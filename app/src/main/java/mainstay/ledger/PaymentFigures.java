package mainstay.ledger;

import org.jspecify.annotations.Nullable;

/// How an account, or a group, pays, as of a day. Amounts are in ten-thousandths; a ratio without its base is
/// unknown.
///
/// @param open         what is owed of all invoices issued by then
/// @param disputed     of that, under dispute
/// @param overdue      of that, past its due day
/// @param decided      paid in the twelve months before, or overdue: what could be judged
/// @param onTime       of that, paid by its due day
/// @param lateness     days late of each part of `decided`, weighted by amount
/// @param paid         paid in the twelve months before
/// @param waiting      days from issue to payment of each part of `paid`, weighted by amount
/// @param creditSales  invoiced less credit notes in the [#salesDays] before
/// @param salesDays    365, or the days since the first invoice where there are fewer
/// @param creditLimit  null: none set
/// @param limitsAdded  whether nobody set that limit: it adds those of a group's members, whose root has none
public record PaymentFigures(
        long accountId,
        long open,
        long disputed,
        long overdue,
        Ageing ageing,
        long decided,
        long onTime,
        double lateness,
        long paid,
        double waiting,
        long creditSales,
        int salesDays,
        @Nullable Long creditLimit,
        boolean limitsAdded) {

    /// Overdue amounts by the days that have passed since they were due.
    public record Ageing(long to30, long to60, long to90, long beyond) {}

    /// Share by amount of what was paid by its due day.
    public @Nullable Double onTimeShare() {
        return ratio((double) onTime, decided);
    }

    /// Days late by amount; what came early counts as nought days late.
    public @Nullable Double daysLate() {
        return ratio(lateness, decided);
    }

    /// Days from issue to payment by amount.
    public @Nullable Double daysToPay() {
        return ratio(waiting, paid);
    }

    public @Nullable Double overdueShare() {
        return ratio((double) overdue, open);
    }

    /// Days sales outstanding.
    public @Nullable Double dso() {
        return inDaysOfSales(open);
    }

    /// Days sales outstanding if nothing were overdue.
    public @Nullable Double bestPossibleDso() {
        return inDaysOfSales(open - overdue);
    }

    /// Average days delinquent: what being late adds to the days sales outstanding.
    public @Nullable Double averageDaysDelinquent() {
        return inDaysOfSales(overdue);
    }

    /// Exposure divided by the credit limit. Any debt at a limit of nought is endless use of it.
    public @Nullable Double limitUse() {
        if (creditLimit == null) {
            return null;
        }
        if (creditLimit == 0) {
            return open > 0 ? Double.POSITIVE_INFINITY : 0.0;
        }
        return (double) open / creditLimit;
    }

    /// Only of a limit that somebody set: no order is checked against limits that are added up.
    public boolean isAboveLimit() {
        return !limitsAdded && creditLimit != null && open > creditLimit;
    }

    private @Nullable Double inDaysOfSales(long amount) {
        Double share = ratio((double) amount, creditSales);
        return share == null ? null : share * salesDays;
    }

    private static @Nullable Double ratio(double part, long whole) {
        return whole <= 0 ? null : part / whole;
    }
}
