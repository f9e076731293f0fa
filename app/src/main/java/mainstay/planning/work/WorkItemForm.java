package mainstay.planning.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.planning.EffectMetric;
import mainstay.planning.Written;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Reads work from its form.
public final class WorkItemForm {

    private static final BigDecimal MOST_HOURS = new BigDecimal("100000");
    private static final BigDecimal LEAST_CHANGE = new BigDecimal("-100");
    private static final BigDecimal MOST_CHANGE = new BigDecimal("1000");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 24;
    private static final int YEARS_AROUND = 6;

    private WorkItemForm() {}

    /// Its columns and their values. What is refused stands in the form.
    static Map<String, @Nullable Object> columns(Written form, LocalDate today) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("title", form.needed("title", 200));
        columns.put("detail", form.text("detail", 2000));
        columns.put("form", form.choice("form", WorkItem.FORMS));
        columns.put("goal_id", form.id("goal"));
        columns.put("need_id", form.id("need"));
        BigDecimal hours = form.number("hours", BigDecimal.ZERO, MOST_HOURS);
        columns.put("hours", hours == null ? null : hours.movePointRight(1).intValue());
        columns.put("responsible_id", form.id("responsible"));
        columns.put("accountable_id", form.id("accountable"));
        LocalDate starts = form.neededDay("startsOn", today);
        LocalDate due = form.neededDay("dueOn", starts);
        if (due.isBefore(starts)) {
            form.refuse("dueOn", Text.of("item.wrong.dueBeforeStart", starts));
        } else if (due.isAfter(today.plusYears(YEARS_AROUND))) {
            form.refuse("dueOn", Text.of("item.wrong.farAway", YEARS_AROUND));
        }
        if (starts.isBefore(today.minusYears(YEARS_AROUND))) {
            form.refuse("startsOn", Text.of("item.wrong.farAway", YEARS_AROUND));
        }
        columns.put("starts_on", starts);
        columns.put("due_on", due);
        columns.put("standard", form.needed("standard", 500));
        String state = form.choice("state", WorkItem.STATES);
        columns.put("state", state);
        test(form, columns);
        return columns;
    }

    private static void test(Written form, Map<String, @Nullable Object> columns) {
        String metric = form.has("metric") ? form.choice("metric", EffectMetric.codes()) : null;
        LocalDate from = form.month("effectFrom");
        Integer months = form.whole("effectMonths", SHORTEST, LONGEST);
        BigDecimal expected = form.number("expected", LEAST_CHANGE, MOST_CHANGE);
        if (metric != null && from == null) {
            form.refuse("effectFrom", Text.of("item.wrong.noWindow"));
        }
        if (metric != null && months == null) {
            form.refuse("effectMonths", Text.of("item.wrong.noMonths"));
        }
        columns.put("metric", metric);
        columns.put("effect_from", metric == null ? null : from);
        columns.put("effect_months", metric == null ? null : months);
        columns.put("expected", metric == null || expected == null ? null : expected.doubleValue() / 100);
    }

    /// The way by which work would wait for itself, from it back to it; empty where there is none.
    ///
    /// @param waits  what each waits for already
    /// @param item   the work; 0 for new work, for which nothing can wait yet
    /// @param wanted what it is to wait for
    static List<Long> circle(Map<Long, List<Long>> waits, long item, List<Long> wanted) {
        for (Long first : wanted) {
            List<Long> way = new ArrayList<>(List.of(item));
            if (first == item || leads(waits, first, item, way, new ArrayList<>())) {
                way.add(item);
                return way;
            }
        }
        return List.of();
    }

    private static boolean leads(Map<Long, List<Long>> waits, long from, long to, List<Long> way, List<Long> seen) {
        if (seen.contains(from)) {
            return false;
        }
        seen.add(from);
        way.add(from);
        for (Long next : waits.getOrDefault(from, List.of())) {
            if (next == to || leads(waits, next, to, way, seen)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }
}
