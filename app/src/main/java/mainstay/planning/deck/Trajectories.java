package mainstay.planning.deck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import mainstay.planning.GoalMetric;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Series;
import mainstay.planning.deck.slide.Tone;
import mainstay.planning.plan.Goal;
import mainstay.planning.plan.GoalProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way of a goal: straight lines from where it was set to its targets, and beside them what the ledger says.
@Component
class Trajectories {

    private static final int YEAR = 12;
    private static final int MOST_MONTHS = 61;
    private static final double TEN_THOUSANDTHS = 10_000;

    private final DeckLedger ledger;

    Trajectories(DeckLedger ledger) {
        this.ledger = ledger;
    }

    Chart of(GoalProgress goal, Subject of) {
        YearMonth from = YearMonth.from(goal.goal().baselineOn());
        int count = Math.clamp(
                ChronoUnit.MONTHS.between(from, YearMonth.from(goal.goal().dueOn())) + 1, 2, MOST_MONTHS);
        List<YearMonth> months =
                LongStream.range(0, count).mapToObj(from::plusMonths).toList();
        Measure measure = measure(goal, of);
        List<Series> series = new ArrayList<>();
        series.add(new Series(of.t("deck.actual"), actual(goal, months, measure, of), Tone.PRIMARY, false));
        target(series, of.t("goal.base"), goal.goal().base(), Tone.GOOD, goal.goal(), count, measure);
        target(series, of.t("goal.stretch"), goal.goal().stretch(), Tone.SECOND, goal.goal(), count, measure);
        target(series, of.t("goal.challenge"), goal.goal().challenge(), Tone.WARN, goal.goal(), count, measure);
        return new Chart(
                of.t(goal.metric().key()),
                Chart.Kind.LINES,
                months.stream()
                        .map(month -> "%d-%02d".formatted(month.getYear() % 100, month.getMonthValue()))
                        .toList(),
                series,
                measure.unit(),
                measure.decimals(),
                of.t("deck.goals.none"));
    }

    /// @param factor by which figures are multiplied on the axis
    private record Measure(double factor, String unit, int decimals) {}

    private static Measure measure(GoalProgress goal, Subject of) {
        return switch (goal.metric().form()) {
            case MONEY -> {
                Double challenge = goal.goal().challenge();
                MoneyScale scale = MoneyScale.of(challenge == null ? goal.goal().base() : challenge, of.page());
                yield new Measure(scale.ofUnits(1), scale.unit(of.page()), scale.decimals());
            }
            case PERCENT -> new Measure(100, "%", 1);
            case DAYS -> new Measure(1, of.t("deck.days"), 1);
            case NUMBER -> new Measure(1, of.t("deck.number"), 0);
        };
    }

    /// Where nobody knew the figure when the goal was set, the target is a level and no way.
    private static void target(
            List<Series> series,
            String name,
            @Nullable Double target,
            Tone tone,
            Goal goal,
            int count,
            Measure measure) {
        if (target == null) {
            return;
        }
        double begin = goal.baseline() == null ? target : goal.baseline();
        List<@Nullable Double> way = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            way.add((begin + (target - begin) * i / (count - 1)) * measure.factor());
        }
        series.add(new Series(name, way, tone, true));
    }

    /// Known at the ends of months where the ledger adds up to it, else when the goal was set and now.
    private List<@Nullable Double> actual(GoalProgress goal, List<YearMonth> months, Measure measure, Subject of) {
        Map<YearMonth, Double> known = new HashMap<>(summed(goal.metric(), months, of));
        Double baseline = goal.goal().baseline();
        if (baseline != null) {
            known.put(months.getFirst(), baseline);
        }
        Double now = goal.now();
        if (now != null) {
            known.put(YearMonth.from(of.today()), now);
        }
        List<@Nullable Double> actual = new ArrayList<>();
        for (YearMonth month : months) {
            Double value = known.get(month);
            actual.add(value == null ? null : Double.valueOf(value * measure.factor()));
        }
        return actual;
    }

    private Map<YearMonth, Double> summed(GoalMetric metric, List<YearMonth> months, Subject of) {
        Map<YearMonth, Double> sums = new HashMap<>();
        LocalDate last = of.known();
        boolean money = metric.code().equals("revenue");
        if (last == null || (!money && !metric.code().equals("orders"))) {
            return sums;
        }
        Map<YearMonth, Double> each = new HashMap<>();
        ledger.months(of.account().id())
                .forEach(month -> each.put(
                        YearMonth.from(month.month()), money ? month.revenue() / TEN_THOUSANDTHS : month.orders()));
        for (YearMonth month : months) {
            if (!month.atEndOfMonth().isAfter(last)) {
                sums.put(
                        month,
                        LongStream.range(0, YEAR)
                                .mapToDouble(back -> each.getOrDefault(month.minusMonths(back), 0.0))
                                .sum());
            }
        }
        return sums;
    }
}
