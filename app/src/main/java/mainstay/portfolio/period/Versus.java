package mainstay.portfolio.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import mainstay.shared.Period;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// With which days those of a period are compared.
public enum Versus {
    /// The same days of the year before.
    YEAR,
    /// As many days or months that end where the period begins.
    BEFORE,
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isKnown(@Nullable String code) {
        return code == null
                || code.isEmpty()
                || Arrays.stream(values()).anyMatch(one -> one.code().equals(code));
    }

    static Versus of(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "", "year" -> YEAR;
            case "before" -> BEFORE;
            case "none" -> NONE;
            default -> throw unknown(code);
        };
    }

    static Problem.Invalid unknown(@Nullable String code) {
        return new Problem.Invalid("period.noSuchComparison", String.valueOf(code));
    }

    Optional<Period> of(Period period) {
        return switch (this) {
            case YEAR -> Optional.of(months(period, 12));
            case BEFORE -> Optional.of(before(period));
            case NONE -> Optional.empty();
        };
    }

    private static Period before(Period period) {
        long months = wholeMonths(period);
        LocalDate last = period.from().minusDays(1);
        return months > 0 ? months(period, months) : new Period(last.minusDays(period.days() - 1), last);
    }

    /// How many months a period lasts to the day; 0 where it doesn't.
    private static long wholeMonths(Period period) {
        LocalDate after = period.to().plusDays(1);
        long months = ChronoUnit.MONTHS.between(period.from(), after);
        return period.from().plusMonths(months).equals(after) ? months : 0;
    }

    /// So many months earlier. What lasts as long ends the day before; the last day of a month stays one.
    private static Period months(Period period, long months) {
        LocalDate from = period.from().minusMonths(months);
        if (wholeMonths(period) == months) {
            return new Period(from, period.from().minusDays(1));
        }
        boolean wholeMonth = period.to().equals(YearMonth.from(period.to()).atEndOfMonth());
        LocalDate to = period.to().minusMonths(months);
        return new Period(from, wholeMonth ? YearMonth.from(to).atEndOfMonth() : to);
    }
}
