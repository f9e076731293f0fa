package mainstay.planning.deck;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import mainstay.planning.deck.slide.Block.Bar;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Line;
import mainstay.planning.deck.slide.Block.Mark;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Thickness;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.planning.plan.Plan;
import mainstay.planning.plan.PlanDesk;
import mainstay.planning.work.ItemEffect;
import mainstay.planning.work.ItemEffects;
import mainstay.planning.work.WorkItem;
import mainstay.planning.work.WorkItemDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What work changed: of all plans of the account, as windows close after a plan has ended.
@Component
class EffectPart implements DeckPart {

    private static final double LEAST_SPAN = 0.1;
    private static final int PLANS = 5;

    private final PlanDesk plans;
    private final WorkItemDesk work;
    private final ItemEffects effects;

    EffectPart(PlanDesk plans, WorkItemDesk work, ItemEffects effects) {
        this.plans = plans;
        this.work = work;
        this.effects = effects;
    }

    @Override
    public int order() {
        return 7;
    }

    private record Tested(WorkItem item, ItemEffect effect) {}

    @Override
    public Told of(Subject of) {
        List<Tested> tested = plans.of(of.account().id()).stream()
                .limit(PLANS)
                .flatMap(plan -> tested(plan).stream())
                .toList();
        List<Tested> measured =
                tested.stream().filter(one -> one.effect().isMeasured()).toList();
        long up = tested.stream()
                .filter(one -> one.effect().verdict().equals("up"))
                .count();
        String finding =
                tested.isEmpty() ? of.t("deck.effects.noOne") : of.t("deck.effects.finding", tested.size(), up);
        return Told.of(Slide.of(
                of.t("deck.effects"),
                finding,
                intervals(measured, of).at(0, 0, 12, 6),
                table(tested, of).at(0, 6, 12, 6)));
    }

    private List<Tested> tested(Plan plan) {
        List<ItemEffect> known = effects.ofPlan(plan.id());
        return work.of(plan.id()).stream()
                .flatMap(item -> known.stream()
                        .filter(effect -> effect.itemId() == item.id())
                        .map(effect -> new Tested(item, effect)))
                .toList();
    }

    private static Spans intervals(List<Tested> measured, Subject of) {
        double span = measured.stream()
                .flatMapToDouble(one -> DoubleStream.of(
                        Math.abs(known(one.effect().shareLow())),
                        Math.abs(known(one.effect().shareHigh()))))
                .max()
                .orElse(0);
        double most = Math.max(LEAST_SPAN, Math.ceil(span * 10) / 10);
        List<Line> lines = measured.stream().map(one -> line(one, most, of)).toList();
        return new Spans(
                of.t("deck.effects.intervals"),
                lines,
                lines.size(),
                List.of(
                        new Mark(0, "– " + of.page().percent(most, 0), false),
                        new Mark(0.5, "0", true),
                        new Mark(1, "+ " + of.page().percent(most, 0), false)),
                of.t("deck.effects.key"),
                of.t("deck.effects.none"));
    }

    private static double known(@Nullable Double value) {
        return Objects.requireNonNullElse(value, 0.0);
    }

    private static Line line(Tested one, double most, Subject of) {
        ItemEffect effect = one.effect();
        Tone tone = switch (effect.verdict()) {
            case "up" -> Tone.GOOD;
            case "down" -> Tone.BAD;
            default -> Tone.QUIET;
        };
        double share = known(effect.share());
        return new Line(
                one.item().title(),
                List.of(
                        new Bar(
                                at(known(effect.shareLow()), most),
                                at(known(effect.shareHigh()), most),
                                Tone.BEFORE,
                                Thickness.THIN),
                        new Bar(at(share, most), at(share, most), tone, Thickness.POINT)),
                of.t(
                        "deck.effects.note",
                        (share > 0 ? "+" : "") + of.page().percent(share),
                        of.t("effect.metric." + effect.metric())),
                tone);
    }

    private static double at(double share, double most) {
        return (share + most) / (2 * most);
    }

    private static Table table(List<Tested> tested, Subject of) {
        return Table.of(
                of.t("deck.effects.words"),
                List.of(
                        Column.of(of.t("item.what"), 4),
                        Column.of(of.t("item.effectHead"), 2),
                        Column.of(of.t("deck.effects.said"), 8)),
                tested.stream().map(one -> row(one, of)).toList(),
                of.t("deck.effects.noneText"));
    }

    private static List<Cell> row(Tested one, Subject of) {
        ItemEffect effect = one.effect();
        Tone tone = effect.verdict().equals("up") ? Tone.GOOD : effect.verdict().equals("down") ? Tone.BAD : Tone.INK;
        return List.of(Cell.of(one.item().title()), new Cell(of.t(effect.key()), tone), Cell.of(said(effect, of)));
    }

    private static String said(ItemEffect effect, Subject of) {
        if (!effect.isMeasured()) {
            return of.t(effect.lackKey(), known(effect.found()), known(effect.needed()));
        }
        return of.t(
                "effect.said." + effect.verdict(),
                of.page().percent(effect.share()),
                of.page().percent(effect.shareLow()),
                of.page().percent(effect.shareHigh()),
                of.page().percent(effect.confidence(), 0),
                known(effect.comparables()));
    }

    private static int known(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
