package mainstay.portfolio.fit;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import mainstay.portfolio.fit.FitReport.Alternative;
import mainstay.portfolio.fit.FitReport.Score;
import org.jspecify.annotations.Nullable;

/// A fit as plain lines for a terminal.
record FitPrint(PrintWriter out) {

    void print(FitReport report) {
        line("Model", report.model() + ": " + report.reason());
        line(
                "Columns",
                report.columns().entrySet().stream()
                        .map(taken -> taken.getKey() + ": " + taken.getValue())
                        .collect(Collectors.joining(", ")));
        line("Customers", report.customers() + ", of whom " + report.repeatCustomers() + " came back");
        line(
                "Unit",
                report.unit() + (report.observationEnd() == null ? "" : ", observed to " + report.observationEnd()));
        line("Status", report.status() + (report.boundary() == null ? "" : ". " + report.boundary()));
        report.parameters()
                .forEach((name, value) -> line(
                        "  " + name,
                        number(value)
                                + (report.standardErrors().containsKey(name)
                                        ? " (standard error "
                                                + number(report.standardErrors().get(name)) + ")"
                                        : "")));
        line("Log-likelihood", number(report.logLikelihood()));
        line("AIC, BIC", number(report.aic()) + ", " + number(report.bic()));
        report.alternatives().forEach(this::print);
        if (report.perCustomer() != null) {
            out.println();
            out.printf(Locale.ROOT, "%-20s %6s %10s %10s %8s %10s%n", "customer", "x", "t_x", "T", "alive", "expected");
            report.perCustomer().forEach(this::print);
        }
    }

    private void print(Alternative other) {
        line("Otherwise", other.model() + ", BIC " + number(other.bic()) + ", " + other.status());
    }

    private void print(Score score) {
        out.printf(
                Locale.ROOT,
                "%-20s %6d %10.4g %10.4g %8s %10s%n",
                score.customer(),
                score.x(),
                score.tx(),
                score.age(),
                number(score.pAlive()),
                number(score.expected()));
    }

    private void line(String label, String value) {
        out.printf(Locale.ROOT, "%-16s %s%n", label, value);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.6g", value);
    }
}
