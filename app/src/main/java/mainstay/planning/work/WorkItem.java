package mainstay.planning.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.planning.EffectMetric;
import org.jspecify.annotations.Nullable;

/// Work that a plan asks for.
///
/// @param planClosed      whether nobody is asked for it any more
/// @param hours           in tenths
/// @param responsible     name by which they sign in; likewise `accountable`
/// @param responsibleGone whether they no longer work here
/// @param standard        what makes it done
/// @param state           `open`, `doing`, `done` or `dropped`
/// @param metric          by which its effect is judged; null where no test was named
/// @param effectFrom      first day of the window
/// @param expected        change as a share of the level before, or in the unit of a share
/// @param namedOn         when the test was chosen
public record WorkItem(
        long id,
        long planId,
        String planTitle,
        boolean planClosed,
        long accountId,
        @Nullable String accountCode,
        @Nullable String accountName,
        @Nullable Long goalId,
        @Nullable Long needId,
        @Nullable String need,
        String title,
        @Nullable String detail,
        String form,
        @Nullable Integer hours,
        long responsibleId,
        @Nullable String responsible,
        boolean responsibleGone,
        long accountableId,
        @Nullable String accountable,
        boolean accountableGone,
        LocalDate startsOn,
        LocalDate dueOn,
        String standard,
        String state,
        @Nullable LocalDate doneOn,
        @Nullable String metric,
        @Nullable LocalDate effectFrom,
        @Nullable Integer effectMonths,
        @Nullable Double expected,
        @Nullable LocalDate namedOn,
        int version,
        String changedBy,
        Instant changedAt) {

    public static final List<String> FORMS = List.of("meeting", "visit", "guidance", "training", "discussion", "other");
    public static final List<String> STATES = List.of("open", "doing", "done", "dropped");

    static String pathOf(long id) {
        return "/work-items/" + id;
    }

    public String path() {
        return pathOf(id);
    }

    /// Whether it was neither done nor dropped, also where its plan is closed.
    public boolean isUndone() {
        return state.equals("open") || state.equals("doing");
    }

    public boolean isToDo() {
        return isUndone() && !planClosed;
    }

    /// Whether its plan was closed before it was done.
    public boolean isLeftOpen() {
        return isUndone() && planClosed;
    }

    public boolean isOverdue(LocalDate today) {
        return isToDo() && dueOn.isBefore(today);
    }

    public String formKey() {
        return "item.form." + form;
    }

    public String stateKey() {
        return "item.state." + (isLeftOpen() ? "leftOpen" : state);
    }

    public String tone() {
        return isLeftOpen()
                ? "tag-muted"
                : switch (state) {
                    case "done" -> "tag-good";
                    case "doing" -> "tag-warn";
                    case "dropped" -> "tag-muted";
                    default -> "";
                };
    }

    public @Nullable Double workload() {
        return hours == null ? null : hours / 10.0;
    }

    /// The last day of the window.
    public @Nullable LocalDate effectTo() {
        return effectFrom == null || effectMonths == null
                ? null
                : effectFrom.plusMonths(effectMonths).minusDays(1);
    }

    public boolean isTested() {
        return metric != null;
    }

    /// Whether its test was chosen before its window began.
    public boolean isNamedBeforehand() {
        return namedOn != null && effectFrom != null && namedOn.isBefore(effectFrom);
    }

    public @Nullable EffectMetric figure() {
        return metric == null ? null : EffectMetric.byCode(metric).orElse(null);
    }

    /// As its form shows it.
    Map<String, String> written(List<Long> waitsFor) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("detail", text(detail));
        fields.put("form", form);
        fields.put("goal", text(goalId));
        fields.put("need", text(needId));
        fields.put("hours", hours == null ? "" : plain(hours / 10.0));
        fields.put("responsible", String.valueOf(responsibleId));
        fields.put("accountable", String.valueOf(accountableId));
        fields.put("startsOn", startsOn.toString());
        fields.put("dueOn", dueOn.toString());
        fields.put("standard", standard);
        fields.put("state", state);
        fields.put(
                "waitsFor",
                String.join(",", waitsFor.stream().map(String::valueOf).toList()));
        fields.put("metric", text(metric));
        fields.put(
                "effectFrom",
                effectFrom == null ? "" : YearMonth.from(effectFrom).toString());
        fields.put("effectMonths", text(effectMonths));
        fields.put("expected", expected == null ? "" : plain(expected * 100));
        fields.put("version", String.valueOf(version));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
