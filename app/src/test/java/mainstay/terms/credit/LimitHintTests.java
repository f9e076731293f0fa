package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.terms.credit.LimitHint.Given;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of docs/definitions/limit-hint.md.
@NullMarked
class LimitHintTests {

    private static final Map<LimitFigure, String> EXAMPLE = Map.ofEntries(
            Map.entry(LimitFigure.NET_WORTH, "2000000"),
            Map.entry(LimitFigure.WORKING_CAPITAL, "800000"),
            Map.entry(LimitFigure.MONTHLY_SALES, "450000"),
            Map.entry(LimitFigure.NEED, "40"),
            Map.entry(LimitFigure.YEARS, "8"),
            Map.entry(LimitFigure.MARGIN, "6"),
            Map.entry(LimitFigure.CURRENT_RATIO, "1.8"),
            Map.entry(LimitFigure.DEBT, "35"),
            Map.entry(LimitFigure.YEAR_SALES, "1200000"),
            Map.entry(LimitFigure.LOSS_BUDGET, "1"),
            Map.entry(LimitFigure.DEFAULT_CHANCE, "5"),
            Map.entry(LimitFigure.LOSS_SHARE, "60"));

    private static LimitHint hint(@Nullable PayHabit habit, Map<LimitFigure, String> written) {
        Map<LimitFigure, BigDecimal> known = new EnumMap<>(LimitFigure.class);
        written.forEach((figure, number) -> known.put(figure, new BigDecimal(number)));
        return new LimitHint(known, habit);
    }

    private static LimitHint with(LimitFigure figure, String number) {
        Map<LimitFigure, String> written = new HashMap<>(EXAMPLE);
        written.put(figure, number);
        return hint(PayHabit.ON_TIME, written);
    }

    private static LimitHint without(LimitFigure figure) {
        Map<LimitFigure, String> written = new HashMap<>(EXAMPLE);
        written.remove(figure);
        return hint(PayHabit.ON_TIME, written);
    }

    private static Given given(LimitHint hint, String rule) {
        return hint.all().stream()
                .filter(given -> given.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "NEED, 24.9, 0",
        "NEED, 25, 5",
        "NEED, 50, 5",
        "NEED, 50.1, 10",
        "YEARS, 2.9, 0",
        "YEARS, 3, 5",
        "YEARS, 10, 5",
        "YEARS, 11, 10",
        "MARGIN, -3, 0",
        "MARGIN, 4.9, 0",
        "MARGIN, 5, 5",
        "MARGIN, 14, 5",
        "MARGIN, 14.1, 10",
        "CURRENT_RATIO, 1.49, 0",
        "CURRENT_RATIO, 1.5, 5",
        "CURRENT_RATIO, 2.2, 5",
        "CURRENT_RATIO, 2.21, 10",
        "DEBT, 29.9, 10",
        "DEBT, 30, 0",
        "DEBT, 50, 0",
        "DEBT, 50.1, -5",
        "NET_WORTH, 1000000, 0",
        "LOSS_BUDGET, 2, 0"
    })
    void a_figure_adds_points(LimitFigure figure, BigDecimal number, int points) {
        assertThat(figure.points(number)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"DISCOUNT, 30", "ON_TIME, 25", "LATE, 15"})
    void so_does_the_habit_of_paying(PayHabit habit, int points) {
        assertThat(hint(habit, EXAMPLE).points()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "table, 500000",
        "netWorth, 200000",
        "workingCapital, 80000",
        "monthlySales, 45000",
        "expectedLoss, 400000"
    })
    void the_worked_example_of_the_definition(String rule, BigDecimal amount) {
        Given given = given(hint(PayHabit.ON_TIME, EXAMPLE), rule);

        assertThat(given.amount()).isEqualByComparingTo(amount);
        assertThat(given.missing()).isEmpty();
    }

    @Test
    void the_best_customer_of_the_table_gets_sixty_percent_and_the_worst_none() {
        Map<LimitFigure, String> best = Map.of(
                LimitFigure.NET_WORTH, "1000",
                LimitFigure.NEED, "60",
                LimitFigure.YEARS, "20",
                LimitFigure.MARGIN, "20",
                LimitFigure.CURRENT_RATIO, "3",
                LimitFigure.DEBT, "10");
        Map<LimitFigure, String> worst = Map.of(
                LimitFigure.NET_WORTH, "1000",
                LimitFigure.NEED, "10",
                LimitFigure.YEARS, "1",
                LimitFigure.MARGIN, "1",
                LimitFigure.CURRENT_RATIO, "1",
                LimitFigure.DEBT, "80");

        assertThat(given(hint(PayHabit.DISCOUNT, best), "table").amount()).isEqualByComparingTo("600");
        assertThat(hint(PayHabit.LATE, worst).points()).isEqualTo(-10);
        assertThat(given(hint(PayHabit.LATE, worst), "table").amount()).isEqualByComparingTo("0");
    }

    @Test
    void who_owns_less_than_nothing_gets_nothing() {
        LimitHint ruined = with(LimitFigure.NET_WORTH, "-5000");

        assertThat(given(ruined, "netWorth").amount()).isEqualByComparingTo("0");
        assertThat(given(ruined, "table").amount()).isEqualByComparingTo("0");
    }

    @Test
    void hardly_any_chance_of_default_allows_no_endless_limit() {
        LimitHint safe = with(LimitFigure.DEFAULT_CHANCE, "0.0001");

        assertThat(given(safe, "expectedLoss").amount()).isEqualByComparingTo("20000000000");
        assertThat(given(with(LimitFigure.YEAR_SALES, "1000000000000"), "expectedLoss")
                        .amount())
                .isEqualByComparingTo("333333333333.33");
        assertThat(given(with(LimitFigure.LOSS_SHARE, "0.0001"), "expectedLoss").amount())
                .isEqualByComparingTo("240000000000");
        assertThat(given(hint(null, endless()), "expectedLoss").amount()).isEqualByComparingTo("1000000000000");
    }

    private static Map<LimitFigure, String> endless() {
        return Map.of(
                LimitFigure.YEAR_SALES, "1000000000000",
                LimitFigure.LOSS_BUDGET, "100",
                LimitFigure.DEFAULT_CHANCE, "0.0001",
                LimitFigure.LOSS_SHARE, "0.0001");
    }

    @ParameterizedTest
    @CsvSource({
        "NET_WORTH, table netWorth",
        "NEED, table",
        "YEARS, table",
        "MARGIN, table",
        "CURRENT_RATIO, table",
        "DEBT, table",
        "WORKING_CAPITAL, workingCapital",
        "MONTHLY_SALES, monthlySales",
        "YEAR_SALES, expectedLoss",
        "LOSS_BUDGET, expectedLoss",
        "DEFAULT_CHANCE, expectedLoss",
        "LOSS_SHARE, expectedLoss"
    })
    void what_is_unknown_stays_unknown_and_is_named(LimitFigure figure, String rules) {
        List<Given> open = without(figure).all().stream()
                .filter(given -> given.amount() == null)
                .toList();

        assertThat(open).extracting(Given::rule).containsExactly(rules.split(" ", -1));
        assertThat(open).allSatisfy(given -> assertThat(given.missing()).containsExactly(figure.code()));
    }

    @Test
    void an_unknown_habit_leaves_the_table_open_alone() {
        LimitHint hint = hint(null, EXAMPLE);

        assertThat(hint.points()).isNull();
        assertThat(given(hint, "table").missing()).containsExactly("habit");
        assertThat(given(hint, "netWorth").amount()).isEqualByComparingTo("200000");
    }
}
