package mainstay.portfolio.drill;

import java.time.temporal.ChronoUnit;
import mainstay.shared.Period;
import org.jspecify.annotations.Nullable;

/// Which sales: whose, of which days, limited to what.
///
/// @param compared days to compare with, null for none
record Question(Whose whose, Period period, @Nullable Period compared, Filter filter) {

    Days days() {
        return Days.of(period, filter.month());
    }

    @Nullable
    Days daysBefore() {
        if (compared == null) {
            return null;
        }
        return filter.month() == null
                ? Days.of(compared, null)
                : isInStep() ? Days.of(compared, filter.month().minusMonths(months())) : days().minusDays(daysApart());
    }

    /// What carries a day of the earlier period to its place in the later one.
    String shift() {
        return isInStep() ? months() + " months" : daysApart() + " days";
    }

    /// Whether the periods begin on the same day of a month, so that months stand beside months.
    boolean isInStep() {
        return compared == null || compared.from().plusMonths(months()).equals(period.from());
    }

    Question with(Filter other) {
        return new Question(whose, period, compared, other);
    }

    private long months() {
        return compared == null ? 0 : ChronoUnit.MONTHS.between(compared.from(), period.from());
    }

    private long daysApart() {
        return compared == null ? 0 : ChronoUnit.DAYS.between(compared.from(), period.from());
    }
}
