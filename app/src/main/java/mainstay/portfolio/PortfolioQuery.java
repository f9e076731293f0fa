package mainstay.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// What is asked of the portfolio. What is left out is the latest day with sales, and the twelve months
/// ending there.
public record PortfolioQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        boolean group,
        Basis by,
        SalesView view) {

    public static final PortfolioQuery DEFAULT =
            new PortfolioQuery(null, null, null, false, Basis.DELIVERED, SalesView.NET);

    /// The same question as of a day.
    public PortfolioQuery withAsOf(LocalDate day) {
        return new PortfolioQuery(from, to, day, group, by, view);
    }

    public PortfolioQuery withGroup(boolean grouped) {
        return new PortfolioQuery(from, to, asOf, grouped, by, view);
    }

    /// The days this asks for, none while the ledger is empty and no day was named.
    Optional<Scope> scope(@Nullable LocalDate latest) {
        LocalDate day = asOf != null ? asOf : latest;
        if (day == null) {
            return Optional.empty();
        }
        LocalDate last = to == null || to.isAfter(day) ? day : to;
        LocalDate first = from != null ? from : last.minusYears(1).plusDays(1);
        if (first.isAfter(last)) {
            throw new Problem.Invalid("portfolio.periodTurned", first, last);
        }
        return Optional.of(new Scope(day, first, last, group, by, view));
    }
}
