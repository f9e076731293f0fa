package mainstay.planning.deck;

import java.util.ArrayList;
import java.util.List;
import mainstay.planning.GoalMetric;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Placed;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.planning.plan.GoalProgress;
import mainstay.planning.plan.GoalProgress.Standing;
import mainstay.planning.plan.PlanView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Goals, where they stand, and the way there.
@Component
class GoalSlides {

    private static final int CHARTS = 2;
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 6;

    private final Trajectories ways;

    GoalSlides(Trajectories ways) {
        this.ways = ways;
    }

    List<Slide> of(PlanView view, Subject of) {
        List<GoalProgress> goals = view.goals();
        List<Placed> blocks = new ArrayList<>();
        int charts = Math.min(CHARTS, goals.size());
        int rows = Math.min(MOST_ROWS, LEAST_ROWS + goals.size());
        blocks.add(table(goals, of).at(0, 0, 12, charts == 0 ? 12 : rows));
        for (int i = 0; i < charts; i++) {
            int wide = 12 / charts;
            blocks.add(ways.of(goals.get(i), of).at(i * wide, rows, wide, 12 - rows));
        }
        long behind = goals.stream().filter(GoalSlides::isBehind).count();
        String finding = goals.isEmpty() ? of.t("deck.goals.noOne") : of.t("deck.goals.finding", goals.size(), behind);
        return List.of(new Slide(of.t("goal.heading"), finding, blocks));
    }

    static boolean isBehind(GoalProgress goal) {
        return goal.standing() == Standing.BEHIND || goal.standing() == Standing.MISSED;
    }

    private static Table table(List<GoalProgress> goals, Subject of) {
        return Table.of(
                "",
                List.of(
                        Column.of(of.t("goal.metric"), 5),
                        new Column(of.t("goal.baseline"), 3, true),
                        new Column(of.t("goal.now"), 3, true),
                        new Column(of.t("goal.base"), 3, true),
                        new Column(of.t("goal.stretch"), 3, true),
                        new Column(of.t("goal.challenge"), 3, true),
                        Column.of(of.t("goal.dueOn"), 3.3),
                        Column.of(of.t("goal.stands"), 3)),
                goals.stream().map(goal -> row(goal, of)).toList(),
                of.t("deck.goals.none"));
    }

    private static List<Cell> row(GoalProgress goal, Subject of) {
        GoalMetric.Form form = goal.metric().form();
        String unit = form == GoalMetric.Form.MONEY ? " (" + of.page().currency() + ")" : "";
        return List.of(
                Cell.of(of.t(goal.metric().key()) + unit),
                Cell.of(figure(form, goal.goal().baseline(), of)),
                Cell.of(figure(form, goal.now(), of)),
                Cell.of(figure(form, goal.goal().base(), of)),
                Cell.of(figure(form, goal.goal().stretch(), of)),
                Cell.of(figure(form, goal.goal().challenge(), of)),
                Cell.of(of.page().date(goal.goal().dueOn())),
                new Cell(of.t(goal.standing().key()), tone(goal)));
    }

    private static Tone tone(GoalProgress goal) {
        return switch (goal.standing()) {
            case CHALLENGE, STRETCH, REACHED -> Tone.GOOD;
            case ON_WAY -> Tone.SECOND;
            case BEHIND, MISSED -> Tone.BAD;
            case UNKNOWN -> Tone.QUIET;
        };
    }

    static String figure(GoalMetric.Form form, @Nullable Double value, Subject of) {
        if (value == null) {
            return "–";
        }
        return switch (form) {
            case PERCENT -> of.page().percent(value);
            case DAYS -> of.t("goal.days", of.page().decimal(value, 1));
            default -> of.page().decimal(value, 0);
        };
    }
}
