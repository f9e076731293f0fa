package mainstay.terms.credit;

import static mainstay.terms.credit.LimitFigure.DEFAULT_CHANCE;
import static mainstay.terms.credit.LimitFigure.LOSS_BUDGET;
import static mainstay.terms.credit.LimitFigure.LOSS_SHARE;
import static mainstay.terms.credit.LimitFigure.MONTHLY_SALES;
import static mainstay.terms.credit.LimitFigure.NET_WORTH;
import static mainstay.terms.credit.LimitFigure.WORKING_CAPITAL;
import static mainstay.terms.credit.LimitFigure.YEAR_SALES;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Credit limits as others would give them by rules of thumb. A rule that lacks a figure gives none: what is
/// unknown is not nought.
public record LimitHint(
        Map<LimitFigure, BigDecimal> known, @Nullable PayHabit habit) {

    private static final String HABIT = "habit";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    public LimitHint {
        known = Map.copyOf(known);
    }

    /// What one rule gives.
    ///
    /// @param amount  in units of money, from 0 to the most that anybody may own; null where the rule lacks figures
    /// @param missing which ones
    public record Given(String rule, @Nullable BigDecimal amount, List<String> missing) {}

    public List<Given> all() {
        return List.of(
                byTable(), tenthOf(NET_WORTH), tenthOf(WORKING_CAPITAL), tenthOf(MONTHLY_SALES), byExpectedLoss());
    }

    /// The points of the table, which are percent of net worth; null while one is unknown.
    public @Nullable Integer points() {
        if (habit == null || !missing(LimitFigure.scored()).isEmpty()) {
            return null;
        }
        return habit.points()
                + LimitFigure.scored().stream()
                        .mapToInt(figure -> figure.points(of(figure)))
                        .sum();
    }

    private Given byTable() {
        List<String> missing =
                new ArrayList<>(missing(Stream.concat(Stream.of(NET_WORTH), LimitFigure.scored().stream())
                        .toList()));
        if (habit == null) {
            missing.add(HABIT);
        }
        Integer points = points();
        return points == null || !missing.isEmpty()
                ? new Given("table", null, missing)
                : given(
                        "table",
                        of(NET_WORTH).multiply(BigDecimal.valueOf(points)).divide(HUNDRED));
    }

    private Given tenthOf(LimitFigure figure) {
        List<String> missing = missing(List.of(figure));
        return missing.isEmpty()
                ? given(figure.code(), of(figure).movePointLeft(1))
                : new Given(figure.code(), null, missing);
    }

    /// The limit at which the loss to expect takes up the account's part of what the firm has set aside.
    private Given byExpectedLoss() {
        List<String> missing = missing(List.of(YEAR_SALES, LOSS_BUDGET, DEFAULT_CHANCE, LOSS_SHARE));
        return missing.isEmpty()
                ? given(
                        "expectedLoss",
                        of(YEAR_SALES)
                                .multiply(of(LOSS_BUDGET))
                                .multiply(HUNDRED)
                                .divide(of(DEFAULT_CHANCE).multiply(of(LOSS_SHARE)), DECIMALS, RoundingMode.HALF_UP))
                : new Given("expectedLoss", null, missing);
    }

    private static Given given(String rule, BigDecimal amount) {
        BigDecimal limit = amount.max(BigDecimal.ZERO).min(NET_WORTH.greatest());
        return new Given(rule, limit.setScale(DECIMALS, RoundingMode.HALF_UP), List.of());
    }

    private List<String> missing(List<LimitFigure> figures) {
        return figures.stream()
                .filter(figure -> !known.containsKey(figure))
                .map(LimitFigure::code)
                .toList();
    }

    private BigDecimal of(LimitFigure figure) {
        return Objects.requireNonNull(known.get(figure), figure::code);
    }
}
