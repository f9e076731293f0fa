package mainstay.portfolio.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.shared.Period;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The spans that can be named, as seen from the last day with data. None reaches beyond that day.
///
/// @param fiscalStart month in which the firm's year begins
record Spans(LocalDate asOf, int fiscalStart) {

    static final String FREE = "days";

    private static final Pattern YEAR = Pattern.compile("fy((?:19|20|21)\\d\\d)(?:q([1-4]))?");
    private static final Pattern MONTH = Pattern.compile("((?:19|20|21)\\d\\d)-(0[1-9]|1[0-2])");
    private static final int QUARTERS = 8;
    private static final int MONTHS = 13;
    /// Years before the running one; those before them are still to be had by their days.
    private static final int YEARS = 12;

    Span named(String code) {
        return switch (code) {
            case "12m" -> span(code, Text.of("period.twelveMonths"), Period.yearEnding(asOf));
            case "fy" -> year(code, current());
            case "lastfy" -> year(code, current().before());
            case "ytd" -> span(code, Text.of("period.yearToDate"), new Period(asOf.withDayOfYear(1), asOf));
            default -> dated(code).orElseThrow(() -> new Problem.Invalid("period.noSuchPeriod", code));
        };
    }

    Span free(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new Problem.Invalid("portfolio.periodTurned", from, to);
        }
        return span(FREE, Text.of("period.days"), new Period(from, to));
    }

    private Optional<Span> dated(String code) {
        Matcher year = YEAR.matcher(code);
        if (year.matches()) {
            FiscalYear asked = new FiscalYear(YearMonth.of(Integer.parseInt(year.group(1)), fiscalStart));
            return Optional.of(
                    year.group(2) == null ? year(code, asked) : quarter(asked, Integer.parseInt(year.group(2))));
        }
        Matcher month = MONTH.matcher(code);
        return month.matches() ? Optional.of(month(YearMonth.parse(code))) : Optional.empty();
    }

    /// What the picker offers, in groups: the usual ones with the years, quarters and months back from the last
    /// day. One rule for every page: the running year, and those before it that the ledger has days of.
    ///
    /// @param since first day with data, null where there is none
    List<List<Span>> offered(@Nullable LocalDate since) {
        List<Span> usual = new ArrayList<>(List.of(named("12m"), named("fy")));
        usual.addAll(yearsBefore(since));
        if (fiscalStart != 1) {
            usual.add(named("ytd"));
        }
        List<Span> quarters = new ArrayList<>();
        FiscalYear year = current();
        int number = year.quarterOf(asOf);
        for (int back = 0; back < QUARTERS; back++) {
            quarters.add(quarter(year, number));
            year = number == 1 ? year.before() : year;
            number = number == 1 ? 4 : number - 1;
        }
        List<Span> months = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            months.add(month(YearMonth.from(asOf).minusMonths(back)));
        }
        return List.of(usual, known(quarters, since), known(months, since));
    }

    private List<Span> yearsBefore(@Nullable LocalDate since) {
        List<Span> years = new ArrayList<>();
        FiscalYear year = current().before();
        while (since != null && !year.days().to().isBefore(since) && years.size() < YEARS) {
            years.add(year(years.isEmpty() ? "lastfy" : year.code(), year));
            year = year.before();
        }
        return years;
    }

    /// The running one, and those that the ledger has days of.
    private static List<Span> known(List<Span> spans, @Nullable LocalDate since) {
        return spans.stream()
                .filter(span -> span.equals(spans.getFirst())
                        || (since != null && !span.days().to().isBefore(since)))
                .toList();
    }

    private FiscalYear current() {
        return FiscalYear.around(asOf, fiscalStart);
    }

    private Span year(String code, FiscalYear year) {
        boolean running = year.days().to().isAfter(asOf);
        return span(code, Text.of(running ? "period.fiscalYearSoFar" : "period.fiscalYear", year.name()), year.days());
    }

    private Span quarter(FiscalYear year, int number) {
        Period days = year.quarter(number);
        String key = days.to().isAfter(asOf) ? "period.quarterSoFar" : "period.quarter";
        return span(year.code() + "q" + number, Text.of(key, year.name(), String.valueOf(number)), days);
    }

    private Span month(YearMonth month) {
        boolean running = month.atEndOfMonth().isAfter(asOf);
        String key = running ? "period.monthSoFar" : "period.month";
        Text name = Text.of(key, String.valueOf(month.getYear()), month.getMonthValue());
        return span(month.toString(), name, new Period(month.atDay(1), month.atEndOfMonth()));
    }

    private Span span(String code, Text name, Period days) {
        if (days.from().isAfter(asOf)) {
            throw new Problem.Invalid("period.afterData", days.from(), asOf);
        }
        return new Span(code, name, new Period(days.from(), days.to().isAfter(asOf) ? asOf : days.to()));
    }
}
