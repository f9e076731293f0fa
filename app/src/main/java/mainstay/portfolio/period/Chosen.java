package mainstay.portfolio.period;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.Period;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The days that a page is about, those it is compared with, and what else can be chosen.
///
/// @param compared null where nothing is compared
/// @param covered  whether the ledger reaches back to what is compared
/// @param offered  other spans by group, with the address that leads there
public record Chosen(
        Span span,
        LocalDate asOf,
        Versus versus,
        @Nullable Period compared,
        boolean covered,
        List<List<Option>> offered,
        List<Option> comparisons,
        Address address) {

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
