package mainstay.portfolio.fit;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import mainstay.portfolio.fit.FitReport.Alternative;
import mainstay.portfolio.fit.FitReport.Score;
import org.jspecify.annotations.Nullable;

/// A fit as plain lines for a terminal.
record FitPrint(PrintWriter out, FitWords words) {

    private static final int LABEL = 16;
    private static final int WIDE = 20;

    void print(FitReport report) {
        line("model", words.say("print.pair", report.model(), report.reason()));
        line("columns", columns(report));
        line("customers", words.say("print.cameBack", plain(report.customers()), plain(report.repeatCustomers())));
        line("unit", unit(report));
        line("status", status(report.status()) + (report.boundary() == null ? "" : " " + report.boundary()));
        report.parameters().forEach((name, value) -> out.println(parameter(report, name, value)));
        line("likelihood", number(report.logLikelihood()));
        line("criteria", number(report.aic()) + ", " + number(report.bic()));
        report.alternatives().forEach(this::print);
        if (report.perCustomer() != null) {
            out.println();
            out.println(heading(report));
            report.perCustomer().forEach(this::print);
        }
    }

    private String columns(FitReport report) {
        return report.columns().entrySet().stream()
                .map(taken -> words.say("print.column." + taken.getKey()) + ": " + Printable.of(taken.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String unit(FitReport report) {
        String unit = words.say("print.unit." + report.unit());
        return report.observationEnd() == null
                ? unit
                : words.say("print.observed", unit, report.observationEnd().toString());
    }

    private String status(String status) {
        return words.say("print.status." + status);
    }

    private String parameter(FitReport report, String name, Double value) {
        Double error = report.standardErrors().get(name);
        String text = error == null ? number(value) : words.say("print.error", number(value), number(error));
        return labelled("  " + name, text);
    }

    private void print(Alternative other) {
        line("otherwise", words.say("print.other", other.model(), number(other.bic()), status(other.status())));
    }

    /// What is expected of a customer is an amount where the model is of amounts, else a number of purchases.
    private String heading(FitReport report) {
        boolean amounts = report.model().equals("gamma-gamma");
        return labelled(words.say("print.score.customer"), 20)
                + before(6, "x")
                + before(10, "t_x")
                + before(10, "T")
                + before(WIDE, words.say("print.score.alive"))
                + before(WIDE, words.say(amounts ? "print.score.amount" : "print.score.purchases"));
    }

    private static String before(int width, String label) {
        return " ".repeat(Math.max(1, width + 1 - width(label))) + label;
    }

    private void print(Score score) {
        out.printf(
                Locale.ROOT,
                "%-20s %6d %10.4g %10.4g %20s %20s%n",
                Printable.of(score.customer()),
                score.x(),
                score.tx(),
                score.age(),
                number(score.pAlive()),
                number(score.expected()));
    }

    private void line(String label, String value) {
        out.println(labelled(words.say("print." + label), value));
    }

    private static String labelled(String label, String value) {
        return labelled(label, LABEL + 1) + value;
    }

    private static String labelled(String label, int width) {
        return label + " ".repeat(Math.max(1, width - width(label)));
    }

    /// Chinese characters are two columns wide on a terminal.
    private static int width(String label) {
        return label.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    private static String plain(long count) {
        return String.valueOf(count);
    }

    private String number(@Nullable Double value) {
        return value == null ? words.say("print.unknown") : String.format(Locale.ROOT, "%.6g", value);
    }
}
