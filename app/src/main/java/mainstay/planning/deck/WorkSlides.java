package mainstay.planning.deck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import mainstay.planning.deck.slide.Block.Bar;
import mainstay.planning.deck.slide.Block.Line;
import mainstay.planning.deck.slide.Block.Mark;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Thickness;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.planning.plan.PlanView;
import mainstay.planning.work.GanttChart;
import org.springframework.stereotype.Component;

/// The work of a plan on its days.
@Component
class WorkSlides {

    private static final int MARKS = 6;
    private static final double BESIDE_TODAY = 0.12;

    Slide of(PlanView view, Subject of) {
        GanttChart chart = view.gantt();
        List<Line> lines = chart.bars().stream().map(bar -> line(bar, of)).toList();
        String finding = lines.isEmpty()
                ? of.t("deck.work.noOne")
                : of.t(
                        "deck.work.finding",
                        view.toDo(),
                        view.overdue(),
                        of.page().decimal(view.hoursLeft(), 0));
        return Slide.of(
                of.t("item.heading"),
                finding,
                new Spans("", lines, lines.size(), marks(chart, of), of.t("deck.work.key"), of.t("deck.work.none"))
                        .at(0, 0, 12, 12));
    }

    private static Line line(GanttChart.Bar bar, Subject of) {
        boolean done = bar.item().state().equals("done");
        Tone tone = bar.overdue() ? Tone.BAD : done ? Tone.GOOD : Tone.PRIMARY;
        List<Bar> bars = new ArrayList<>();
        if (bar.effectWidth() > 0) {
            bars.add(new Bar(part(bar.effect()), part(bar.effect() + bar.effectWidth()), Tone.BEFORE, Thickness.THIN));
        }
        bars.add(new Bar(part(bar.start()), part(bar.start() + bar.width()), tone, Thickness.FULL));
        String who = bar.item().responsible() == null
                ? "–"
                : of.page().person(bar.item().responsible());
        return new Line(
                bar.item().title(),
                bars,
                bar.overdue() ? of.t("deck.work.late", who) : who,
                bar.overdue() ? Tone.BAD : Tone.QUIET);
    }

    private static double part(int thousandths) {
        return (double) thousandths / GanttChart.WIDTH;
    }

    /// Months as far as their names stand side by side, and today.
    private static List<Mark> marks(GanttChart chart, Subject of) {
        List<Mark> marks = new ArrayList<>();
        double today = chart.today() == null ? -1 : part(chart.today());
        int every = Math.max(1, (int) Math.ceil((double) chart.months().size() / MARKS));
        YearMonth first = YearMonth.from(chart.from()).plusMonths(1);
        for (int i = 0; i < chart.months().size(); i++) {
            double at = part(chart.months().get(i));
            YearMonth month = first.plusMonths(i);
            boolean named = i % every == 0 && Math.abs(at - today) > BESIDE_TODAY && isInside(month.atDay(1), chart);
            marks.add(new Mark(at, named ? "%d-%02d".formatted(month.getYear(), month.getMonthValue()) : "", false));
        }
        if (today >= 0) {
            marks.add(new Mark(today, of.t("deck.today"), true));
        }
        return marks;
    }

    private static boolean isInside(LocalDate day, GanttChart chart) {
        return ChronoUnit.DAYS.between(day, chart.to()) > 0;
    }
}
