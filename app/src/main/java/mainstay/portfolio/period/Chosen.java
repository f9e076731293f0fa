package mainstay.portfolio.period;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.Period;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The days that a page is about, those it is compared with, and what else can be chosen.
///
/// @param compared null where nothing is compared
/// @param covered  whether the ledger reaches back to what is compared
/// @param refused  what was asked for where these days stand in for it; null where they are those asked for
/// @param offered  other spans by group, with the address that leads there
public record Chosen(
        Span span,
        LocalDate asOf,
        Versus versus,
        @Nullable Period compared,
        boolean covered,
        List<List<Option>> offered,
        List<Option> comparisons,
        Address address,
        @Nullable Refused refused) {

    public Chosen(
            Span span,
            LocalDate asOf,
            Versus versus,
            @Nullable Period compared,
            boolean covered,
            List<List<Option>> offered,
            List<Option> comparisons,
            Address address) {
        this(span, asOf, versus, compared, covered, offered, comparisons, address, null);
    }

    /// What was asked for and cannot be taken, so that it stands in the fields again beside the reason.
    ///
    /// @param wrongFrom whether the first day is to be put right
    /// @param wrongTo   whether the last day is
    /// @param versus    whether it is what the days are compared with; the days themselves are those asked for
    public record Refused(
            Problem.Invalid problem,
            @Nullable String from,
            @Nullable String to,
            boolean wrongFrom,
            boolean wrongTo,
            boolean versus) {

        public Text why() {
            return Text.of(problem.messageKey(), problem.arguments());
        }
    }

    Chosen instead(Refused asked) {
        return new Chosen(span, asOf, versus, compared, covered, offered, comparisons, address, asked);
    }

    /// For answers that are nothing but figures: other days than those asked for are none.
    ///
    /// @throws Problem.Invalid where what was asked for cannot be taken
    public void demandAsAsked() {
        if (refused != null) {
            throw refused.problem();
        }
    }

    /// First day in the field, as asked for.
    public String fromField() {
        return refused == null ? span.from().toString() : asked(refused.from(), span.from());
    }

    public String toField() {
        return refused == null ? span.to().toString() : asked(refused.to(), span.to());
    }

    private static String asked(@Nullable String text, LocalDate usual) {
        return text == null || text.isBlank() ? usual.toString() : text;
    }

    public boolean isWrongFrom() {
        return refused != null && refused.wrongFrom();
    }

    public boolean isWrongTo() {
        return refused != null && refused.wrongTo();
    }

    /// Whether what they are compared with stands in for what was asked for.
    public boolean isWrongVersus() {
        return refused != null && refused.versus();
    }

    public record Option(Text name, @Nullable Period days, String address, boolean chosen) {}

    public Period days() {
        return span.days();
    }

    /// Its name and its days.
    public Text words() {
        return Text.of("period.words", span.name(), span.from(), span.to());
    }

    /// Days that can be compared with; unknown where the ledger does not hold them.
    public @Nullable Period known() {
        return covered ? compared : null;
    }
}
