package mainstay.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import mainstay.ledger.file.RowProblem;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;

/// The import report as programs read it.
record ReportJson(
        long batch,
        String status,
        String kind,
        long rows,
        long accepted,
        long rejected,
        long known,
        long unattributed,
        long accountsCreated,
        long onClosedAccounts,
        @Nullable BigDecimal amount,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> unmappedColumns,
        List<ProblemJson> problems,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EffectJson> effect,
        double seconds) {

    /// Net sales of a month before and after.
    record EffectJson(String month, BigDecimal before, BigDecimal after, long linesWithoutRate) {

        static EffectJson of(MonthEffect effect) {
            return new EffectJson(
                    YearMonth.from(effect.month()).toString(),
                    new Money(effect.before()).toDecimal(),
                    new Money(effect.after()).toDecimal(),
                    effect.waiting());
        }
    }

    record ProblemJson(
            long line,
            @Nullable String column,
            String reason,
            @Nullable String value) {

        static ProblemJson of(RowProblem problem, Texts texts, Locale language) {
            String reason =
                    texts.get(language, problem.reason().key(), problem.args().toArray());
            return new ProblemJson(problem.line(), problem.column(), reason, problem.value());
        }
    }

    static ReportJson of(ImportReport report, Texts texts, Locale language) {
        return new ReportJson(
                report.batch(),
                report.status().code(),
                report.kind().code(),
                report.rows(),
                report.accepted(),
                report.rejected(),
                report.known(),
                report.unattributed(),
                report.accountsCreated(),
                report.onClosedAccounts(),
                Money.decimal(report.amount()),
                report.from(),
                report.to(),
                report.unmappedColumns(),
                report.problems().stream()
                        .map(problem -> ProblemJson.of(problem, texts, language))
                        .toList(),
                report.effect().stream().map(EffectJson::of).toList(),
                report.seconds());
    }
}
