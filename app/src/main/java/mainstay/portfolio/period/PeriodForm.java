package mainstay.portfolio.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// The parameters of an address that say which days are meant. Days from and to count where no period is named.
public record PeriodForm(
        @Nullable String period,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate asOf,

        @Nullable String compare) {

    public static final PeriodForm DEFAULT = new PeriodForm(null, null, null, null, null);

    /// The same question as parameters of an address.
    public Address on(Address address) {
        boolean named = isNamed();
        return address.with("period", named ? period : null)
                .with("from", named ? null : from)
                .with("to", named ? null : to)
                .with("asOf", asOf)
                .with("compare", compare == null || compare.isEmpty() ? null : compare);
    }

    /// The same question of the usual days.
    PeriodForm usual() {
        return new PeriodForm(null, null, null, asOf, compare);
    }

    boolean isNamed() {
        return period != null && !period.isBlank() && !period.equals(Spans.FREE);
    }
}
