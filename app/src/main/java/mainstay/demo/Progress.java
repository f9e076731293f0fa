package mainstay.demo;

import java.util.Locale;
import java.util.function.Consumer;
import mainstay.ledger.ImportReport;

/// Tells how the loading goes, a line for each step.
record Progress(Consumer<String> line) {

    void say(String text) {
        line.accept(text);
    }

    void imported(String what, ImportReport report) {
        line.accept(String.format(
                Locale.ENGLISH,
                "  %-22s %,9d rows %6.1f s",
                what,
                report.accepted() + report.known(),
                report.seconds()));
    }
}
