package mainstay.planning.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.planning.GoalMetric;
import mainstay.planning.Written;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Reads plans, goals, risks and reviews from their forms. What is refused stands in the form.
final class PlanForm {

    static final List<String> RATINGS = List.of("1", "2", "3", "4", "5");
    static final int LONGEST_DECISION = 200;
    static final int MOST_DECISIONS = 20;
    private static final int LONGEST_PART = 4000;
    private static final int MOST_YEARS = 5;

    /// A plan may be talked about before it begins, though not for longer.
    private static final int MONTHS_BEFORE = 6;
    /// More times what stands now is a slip of the finger.
    private static final int FARTHEST = 1000;

    private PlanForm() {}

    /// Title and period.
    static Map<String, @Nullable Object> frame(Written form, LocalDate today) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("title", form.needed("title", 200));
        LocalDate from = form.neededDay("periodFrom", today);
        LocalDate to = form.neededDay("periodTo", from.plusYears(1).minusDays(1));
        if (!to.isAfter(from)) {
            form.refuse("periodTo", Text.of("plan.wrong.endsBeforeStart", from));
        } else if (!to.isBefore(from.plusYears(MOST_YEARS))) {
            form.refuse("periodTo", Text.of("plan.wrong.tooLong", MOST_YEARS));
        }
        columns.put("period_from", from);
        columns.put("period_to", to);
        return columns;
    }

    /// The same with the words of its strategy.
    static Map<String, @Nullable Object> columns(Written form, LocalDate today) {
        Map<String, @Nullable Object> columns = frame(form, today);
        Plan.STRATEGY.forEach(part -> columns.put(part, form.text(part, LONGEST_PART)));
        Plan.SWOT.forEach(part -> columns.put(part, form.text(part, LONGEST_PART)));
        return columns;
    }

    /// Targets as the figure is kept: shares are written in percent.
    ///
    /// @param now where the figure stands; null where nobody knows
    static Map<String, @Nullable Object> goal(Written form, GoalMetric metric, @Nullable Double now, LocalDate today) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        Double base = target(form, "base", metric, now);
        if (base == null) {
            form.refuse("base", Text.of("goal.wrong.noBase"));
        }
        Double stretch = target(form, "stretch", metric, now);
        Double challenge = target(form, "challenge", metric, now);
        refuseOrder(form, "stretch", base, stretch, metric);
        refuseOrder(form, "challenge", stretch == null ? base : stretch, challenge, metric);
        LocalDate due = form.neededDay("dueOn", today.plusYears(1));
        if (!due.isAfter(today)) {
            form.refuse("dueOn", Text.of("goal.wrong.past"));
        }
        columns.put("base", base);
        columns.put("stretch", stretch);
        columns.put("challenge", challenge);
        columns.put("due_on", due);
        columns.put("shared", form.ticked("shared"));
        columns.put("why", form.text("why", 500));
        return columns;
    }

    private static @Nullable Double target(Written form, String field, GoalMetric metric, @Nullable Double now) {
        BigDecimal number = form.number(field, metric.least(), metric.form().most());
        if (number == null) {
            return null;
        }
        double typed = number.doubleValue();
        if (metric.form() == GoalMetric.Form.MONEY && now != null && now >= 1 && typed > FARTHEST * now) {
            form.refuse(field, Text.of("goal.wrong.farOff", FARTHEST, Math.round(now)));
        }
        return metric.form() == GoalMetric.Form.PERCENT
                ? Double.valueOf(number.movePointLeft(2).doubleValue())
                : Double.valueOf(typed);
    }

    private static void refuseOrder(
            Written form, String field, @Nullable Double nearer, @Nullable Double farther, GoalMetric metric) {
        if (nearer != null && farther != null && (metric.grows() ? farther < nearer : farther > nearer)) {
            form.refuse(field, Text.of(metric.grows() ? "goal.wrong.less" : "goal.wrong.more"));
        }
    }

    static Map<String, @Nullable Object> risk(Written form) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("what", form.needed("what", 500));
        columns.put("likelihood", Integer.valueOf(form.choice("likelihood", Risk.DEGREES)));
        columns.put("impact", Integer.valueOf(form.choice("impact", Risk.DEGREES)));
        columns.put("counter", form.text("counter", 500));
        return columns;
    }

    /// @param begins first day of the plan
    static Map<String, @Nullable Object> review(Written form, LocalDate begins, LocalDate today) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        LocalDate held = form.neededDay("heldOn", today);
        if (held.isAfter(today)) {
            form.refuse("heldOn", Text.of("review.wrong.future"));
        } else if (held.isBefore(begins.minusMonths(MONTHS_BEFORE))) {
            form.refuse("heldOn", Text.of("review.wrong.before", begins));
        }
        columns.put("held_on", held);
        columns.put("attendees", form.needed("attendees", 500));
        columns.put("rating", Integer.valueOf(form.choice("rating", RATINGS)));
        columns.put("summary", form.text("summary", LONGEST_PART));
        return columns;
    }

    /// One a line.
    static List<String> decisions(Written form) {
        List<String> lines = form.of("decisions")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > MOST_DECISIONS || lines.stream().anyMatch(line -> line.length() > LONGEST_DECISION)) {
            form.refuse("decisions", Text.of("review.wrong.decisions", MOST_DECISIONS, LONGEST_DECISION));
        }
        form.text("decisions", (LONGEST_DECISION + 2) * MOST_DECISIONS);
        return lines;
    }
}
