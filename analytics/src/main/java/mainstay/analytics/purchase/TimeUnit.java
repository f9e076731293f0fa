package mainstay.analytics.purchase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The unit in which a customer's times are counted; fractions of a unit are kept.
public enum TimeUnit {
    /// One calendar day.
    DAY(1),
    /// Seven days.
    WEEK(7),
    /// A twelfth of the Julian year of 365.25 days: 30.4375 days.
    MONTH(30.4375);

    private final double days;

    TimeUnit(double days) {
        this.days = days;
    }

    /// The length of the unit in days.
    public double days() {
        return days;
    }

    /// The time from one day to another in this unit: calendar days divided by [#days()].
    ///
    /// @return negative where `to` lies before `from`
    public double between(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / days;
    }
}
