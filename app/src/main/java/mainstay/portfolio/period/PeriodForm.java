package mainstay.portfolio.period;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import mainstay.shared.Problem;
import mainstay.shared.web.CalendarDays;
import org.jspecify.annotations.Nullable;

/// The parameters of an address that say which days are meant, as they were written: a day that is none is said at the
/// picker, with the page around it. Days from and to count where no period is named.
public record PeriodForm(
        @Nullable String period,
        @Nullable @Schema(format = "date") String from,
        @Nullable @Schema(format = "date") String to,
        @Nullable @Schema(format = "date") String asOf,
        @Nullable String compare) {

    private static final int LONGEST = 40;

    /// The same question, read.
    ///
    /// @param period null where no period is named
    /// @param from   null where a period is named, as the last day
    record Asked(
            @Nullable String period,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf,
            Versus versus) {

        /// As parameters of an address.
        Address on(Address address) {
            return address.with("period", period)
                    .with("from", from)
                    .with("to", to)
                    .with("asOf", asOf)
                    .with("compare", versus == Versus.YEAR ? null : versus.code());
        }
    }

    /// @throws Problem.Invalid where it cannot be
    Asked read() {
        boolean named = isNamed();
        return new Asked(
                named ? period : null, named ? null : day(from), named ? null : day(to), day(asOf), Versus.of(compare));
    }

    /// The same question of the usual days, without a last day of the data that cannot be read.
    PeriodForm usual() {
        return new PeriodForm(null, null, null, isDay(asOf) ? asOf : null, compare);
    }

    boolean comparesWithKnown() {
        return Versus.isKnown(compare);
    }

    /// The same question, compared as usual.
    PeriodForm withoutComparison() {
        return new PeriodForm(period, from, to, asOf, null);
    }

    /// What of it cannot be taken, for the reason given.
    Chosen.Refused refused(Problem.Invalid why) {
        boolean readable = Stream.of(from, to, asOf).allMatch(PeriodForm::isDay);
        return isNamed()
                ? new Chosen.Refused(why, null, null, false, false, false)
                : new Chosen.Refused(why, from, to, readable || !isDay(from), readable || !isDay(to), false);
    }

    /// That it cannot be compared with what it names.
    Chosen.Refused refusedComparison() {
        return new Chosen.Refused(Versus.unknown(compare), null, null, false, false, true);
    }

    private boolean isNamed() {
        return period != null && !period.isBlank() && !period.equals(Spans.FREE);
    }

    private static boolean isDay(@Nullable String text) {
        try {
            day(text);
            return true;
        } catch (Problem.Invalid unreadable) {
            return false;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return CalendarDays.day(text);
        } catch (DateTimeException unreadable) {
            throw new Problem.Invalid(
                    "period.noDay", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        }
    }
}
