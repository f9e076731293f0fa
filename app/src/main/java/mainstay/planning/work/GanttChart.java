package mainstay.planning.work;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When work is done and when its effect is looked for, as parts of a span of days.
///
/// @param months where a month begins, in thousandths of the span
/// @param today  in thousandths of the span; null outside of it
public record GanttChart(
        LocalDate from,
        LocalDate to,
        List<Bar> bars,
        List<Integer> months,
        @Nullable Integer today) {

    public static final int WIDTH = 1000;

    /// Places and widths in thousandths of the span.
    ///
    /// @param effect place of the window; 0 wide where there is none in the span
    public record Bar(WorkItem item, int start, int width, int effect, int effectWidth, boolean overdue) {

        public String tone() {
            if (overdue) {
                return "text-bad";
            }
            return item.state().equals("done") ? "text-good" : item.isLeftOpen() ? "text-secondary" : "text-primary";
        }
    }

    /// @param from first day of the plan; work before it or after its end widens the span
    public static GanttChart of(List<WorkItem> items, LocalDate from, LocalDate to, LocalDate today) {
        List<WorkItem> shown =
                items.stream().filter(item -> !item.state().equals("dropped")).toList();
        LocalDate first = shown.stream()
                .map(WorkItem::startsOn)
                .filter(from::isAfter)
                .min(LocalDate::compareTo)
                .orElse(from);
        LocalDate last = shown.stream()
                .map(WorkItem::dueOn)
                .filter(to::isBefore)
                .max(LocalDate::compareTo)
                .orElse(to);
        Span span = new Span(first, ChronoUnit.DAYS.between(first, last) + 1);
        return new GanttChart(
                first,
                last,
                shown.stream().map(item -> span.bar(item, today)).toList(),
                first.withDayOfMonth(1)
                        .plusMonths(1)
                        .datesUntil(last.plusDays(1), Period.ofMonths(1))
                        .map(span::place)
                        .toList(),
                today.isBefore(first) || today.isAfter(last) ? null : span.place(today));
    }

    private record Span(LocalDate first, long days) {

        int place(LocalDate day) {
            long passed = Math.clamp(ChronoUnit.DAYS.between(first, day), 0, days);
            return (int) Math.round((double) WIDTH * passed / days);
        }

        Bar bar(WorkItem item, LocalDate today) {
            int start = place(item.startsOn());
            int effect = item.effectFrom() == null ? 0 : place(item.effectFrom());
            LocalDate effectTo = item.effectTo();
            return new Bar(
                    item,
                    start,
                    Math.max(2, place(item.dueOn().plusDays(1)) - start),
                    effect,
                    effectTo == null ? 0 : place(effectTo.plusDays(1)) - effect,
                    item.isOverdue(today));
        }
    }
}
