package mainstay.portfolio.fit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.PurchaseLog;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.portfolio.fit.Lines.Line;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// Customers out of a file: a summary of each, or a log of purchases to be summarised.
final class FitFile {

    private final Lines lines;
    private final FitColumns columns;

    private FitFile(Lines lines, FitColumns columns) {
        this.lines = lines;
        this.columns = columns;
    }

    static FitFile read(Path file) {
        Lines lines = Lines.of(file);
        return new FitFile(lines, FitColumns.of(lines));
    }

    /// @param unit the unit of a summary's times, or into which a log is summarised
    /// @param observationEnd of a log; its latest day if left out
    Customers customers(TimeUnit unit, @Nullable LocalDate observationEnd) {
        return columns.isLog() ? summarised(unit, observationEnd) : stated(unit);
    }

    private Map<String, String> taken() {
        return columns.taken(lines.first().getFirst());
    }

    private Customers stated(TimeUnit unit) {
        List<Customers.Named> customers = new ArrayList<>();
        BadLines bad = new BadLines();
        lines.forEach(
                columns.hasHeader(),
                line -> bad.reading(() -> {
                    double x = number(line, columns.first());
                    if (Math.rint(x) != x || x < 0 || x > Integer.MAX_VALUE) {
                        throw bad("fit.badCount", line, columns.first());
                    }
                    OptionalDouble mean = amount(line, x);
                    double last = number(line, columns.second());
                    double age = number(line, columns.third());
                    String code = columns.customer() < 0
                            ? String.valueOf(customers.size() + 1)
                            : cell(line, columns.customer());
                    try {
                        customers.add(new Customers.Named(code, new CustomerSummary((int) x, last, age, mean, unit)));
                    } catch (IllegalArgumentException impossible) {
                        throw new Problem.Invalid("fit.impossible", line.number(), (long) x, last, age);
                    }
                }));
        bad.refuse();
        return new Customers(unit, customers, Optional.empty(), taken());
    }

    /// A mean value of customers who came back; files put 0 where there is none.
    private OptionalDouble amount(Line line, double x) {
        return columns.amount() < 0 || x == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(number(line, columns.amount()));
    }

    private Customers summarised(TimeUnit unit, @Nullable LocalDate observationEnd) {
        PurchaseLog<String> log = new PurchaseLog<>();
        AtomicReference<LocalDate> latest = new AtomicReference<>(LocalDate.MIN);
        BadLines bad = new BadLines();
        lines.forEach(
                columns.hasHeader(),
                line -> bad.reading(() -> {
                    LocalDate day = day(line);
                    String customer = cell(line, columns.customer());
                    if (customer.isEmpty()) {
                        throw bad("fit.badCustomer", line, columns.customer());
                    }
                    log.add(customer, day, columns.amount() < 0 ? 0 : number(line, columns.amount()));
                    latest.accumulateAndGet(day, (one, other) -> one.isAfter(other) ? one : other);
                }));
        bad.refuse();
        LocalDate end = observationEnd == null ? latest.get() : observationEnd;
        List<Customers.Named> customers = new ArrayList<>();
        log.histories()
                .forEach((code, history) -> history.summary(end, unit)
                        .map(this::withKnownAmount)
                        .ifPresent(summary -> customers.add(new Customers.Named(code, summary))));
        if (customers.isEmpty()) {
            throw new Problem.Invalid("fit.nothingBefore", end);
        }
        return new Customers(unit, customers, Optional.of(end), taken());
    }

    private CustomerSummary withKnownAmount(CustomerSummary summary) {
        return columns.amount() >= 0
                ? summary
                : new CustomerSummary(
                        summary.repeatPurchases(),
                        summary.ageAtLastPurchase(),
                        summary.age(),
                        OptionalDouble.empty(),
                        summary.unit());
    }

    private LocalDate day(Line line) {
        return Cells.day(cell(line, columns.first()))
                .filter(Cells::isPlausible)
                .orElseThrow(() -> bad("fit.badDay", line, columns.first()));
    }

    private double number(Line line, int column) {
        return Cells.number(cell(line, column)).orElseThrow(() -> bad("fit.badNumber", line, column));
    }

    private String cell(Line line, int column) {
        if (column >= line.cells().size()) {
            throw new Problem.Invalid(
                    lines.isHeldTogether(line) ? "fit.quotedShort" : "fit.shortLine",
                    line.number(),
                    line.cells().size());
        }
        return line.cells().get(column);
    }

    /// A quotation mark that is never closed makes one cell of all that follows it.
    private static Problem bad(String reason, Line line, int column) {
        if (line.cells().get(column).contains("\n")) {
            return new Problem.Invalid("fit.quoted", line.number(), column + 1);
        }
        return new Problem.Invalid(
                reason, line.number(), column + 1, line.cells().get(column));
    }
}
