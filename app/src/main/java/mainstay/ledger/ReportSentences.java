package mainstay.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.RowProblem;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;

/// The import report as people read it.
final class ReportSentences {

    private static final int PROBLEMS_TOLD = 10;

    private final ImportReport report;
    private final Texts texts;
    private final Locale language;
    private final String hint;
    private final List<String> sentences = new ArrayList<>();

    private ReportSentences(ImportReport report, Texts texts, Locale language, String hint) {
        this.report = report;
        this.texts = texts;
        this.language = language;
        this.hint = hint;
    }

    static List<String> of(ImportReport report, Texts texts, Locale language) {
        return new ReportSentences(report, texts, language, "hint").told();
    }

    /// Of a file in the watched folder, where nobody gives options.
    static List<String> ofInbox(ImportReport report, Texts texts, Locale language) {
        return new ReportSentences(report, texts, language, "hintInbox").told();
    }

    private List<String> told() {
        tell();
        return sentences;
    }

    private void tell() {
        say(
                outcome(),
                report.accepted(),
                report.rows(),
                String.valueOf(report.batch()),
                Math.round(report.seconds() * 10) / 10.0,
                report.rejected());
        if (report.status() == Status.DONE || report.status() == Status.REHEARSED) {
            tellWhatCameIn();
        }
        tellProblems();
        if (report.status() == Status.REFUSED && report.rejected() > 0) {
            say(hint);
        }
    }

    private String outcome() {
        if (report.status() == Status.REFUSED && report.rejected() == 0) {
            return "refusedWhole";
        }
        boolean nothing = report.status() == Status.DONE && report.accepted() == 0 && report.rejected() > 0;
        return nothing ? "nothingTaken" : report.status().code();
    }

    private void tellWhatCameIn() {
        if (report.from() != null && report.to() != null) {
            say("days", report.from(), report.to());
        }
        Long amount = report.amount();
        if (amount != null) {
            say("amount", new Money(amount).toDecimal());
        }
        sayCount("known", report.known());
        sayCount("unattributed", report.unattributed());
        sayCount("closed", report.onClosedAccounts());
        sayCount("accounts", report.accountsCreated());
        sayCount("rejected", report.rejected());
        if (!report.unmappedColumns().isEmpty()) {
            say("unmapped", String.join(", ", report.unmappedColumns()));
        }
        report.effect()
                .forEach(month -> say(
                        "month",
                        YearMonth.from(month.month()).toString(),
                        new Money(month.before()).toDecimal(),
                        new Money(month.after()).toDecimal()));
    }

    private void tellProblems() {
        if (report.status() == Status.ALREADY_IMPORTED) {
            return;
        }
        List<RowProblem> problems = report.problems();
        problems.stream().limit(PROBLEMS_TOLD).forEach(problem -> sentences.add("  " + sentence(problem)));
        if (problems.size() > PROBLEMS_TOLD) {
            sentences.add("  " + text("more", String.valueOf(report.batch())));
        }
    }

    private String sentence(RowProblem problem) {
        String where = problem.line() > 1 ? text("atLine", String.valueOf(problem.line())) : "";
        String column = problem.column() == null ? "" : (where.isEmpty() ? "" : ", ") + problem.column();
        String value = problem.value() == null ? "" : " \"" + problem.value() + "\"";
        String place = where + column + value;
        String reason =
                texts.get(language, problem.reason().key(), problem.args().toArray());
        return place.isEmpty() ? reason : place + ": " + reason;
    }

    private void sayCount(String key, long count) {
        if (count > 0) {
            say(key, count);
        }
    }

    private void say(String key, Object... arguments) {
        sentences.add(text(key, arguments));
    }

    private String text(String key, Object... arguments) {
        return texts.get(language, "ledger.report." + key, arguments);
    }
}
