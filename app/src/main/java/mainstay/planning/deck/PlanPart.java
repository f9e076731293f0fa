package mainstay.planning.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Words;
import mainstay.planning.deck.slide.Placed;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.planning.need.Need;
import mainstay.planning.need.NeedDesk;
import mainstay.planning.need.NeedDesk.Answered;
import mainstay.planning.need.Supply;
import mainstay.planning.plan.Plan;
import mainstay.planning.plan.PlanView;
import mainstay.planning.plan.Risk;
import org.springframework.stereotype.Component;

/// The plan: strategy, what speaks for us and against us, goals, work, risks, and what the account needs.
@Component
class PlanPart implements DeckPart {

    private static final int SIX = 6;
    private static final int TWO = 2;
    private static final int SERIOUS = 6;
    /// More than a slide has room for; what was done is reckoned for each.
    private static final int MOST_NEEDS = 12;

    private final NeedDesk needs;
    private final GoalSlides goals;
    private final WorkSlides work;

    PlanPart(NeedDesk needs, GoalSlides goals, WorkSlides work) {
        this.needs = needs;
        this.goals = goals;
        this.work = work;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Told of(Subject of) {
        PlanView view = of.plan();
        List<Slide> slides = new ArrayList<>();
        if (view == null) {
            slides.add(Slide.of(
                    of.t("deck.plan"),
                    of.t("deck.plan.none"),
                    new Words("", List.of(), false, of.t("deck.plan.noneText")).at(0, 0, 12, 4),
                    needs(of).at(0, 4, 12, 8)));
            return new Told(slides, List.of());
        }
        slides.add(words(view.plan(), Plan.STRATEGY, "deck.strategy", of));
        slides.add(words(view.plan(), Plan.SWOT, "deck.swot", of));
        slides.addAll(goals.of(view, of));
        slides.add(work.of(view, of));
        slides.add(Slide.of(
                of.t("deck.risksAndNeeds"),
                risksFinding(view, of),
                risks(view, of).at(0, 0, 6, 12),
                needs(of).at(6, 0, 6, 12)));
        return new Told(slides, List.of());
    }

    /// Four texts, two by two.
    private static Slide words(Plan plan, List<String> parts, String key, Subject of) {
        Placed[] placed = new Placed[parts.size()];
        for (int i = 0; i < placed.length; i++) {
            String part = parts.get(i);
            String text = plan.part(part);
            placed[i] = new Words(
                            of.t("plan.field." + part),
                            text == null ? List.of() : List.of(text),
                            false,
                            of.t("deck.notWritten", of.t("plan.hint." + part)))
                    .at(i % TWO * SIX, i / TWO * SIX, SIX, SIX);
        }
        long missing = parts.stream().filter(part -> plan.part(part) == null).count();
        return Slide.of(of.t(key), of.t(missing == 0 ? key + ".all" : key + ".missing", missing), placed);
    }

    private static String risksFinding(PlanView view, Subject of) {
        long serious =
                view.risks().stream().filter(risk -> risk.weight() >= SERIOUS).count();
        return of.t("deck.risks.finding", view.risks().size(), serious);
    }

    private static Table risks(PlanView view, Subject of) {
        return Table.of(
                of.t("risk.heading"),
                List.of(
                        Column.of(of.t("risk.field.what"), 5),
                        Column.of(of.t("risk.weight"), 3),
                        Column.of(of.t("risk.field.counter"), 5)),
                view.risks().stream().map(risk -> row(risk, of)).toList(),
                of.t("deck.risks.none"));
    }

    private static List<Cell> row(Risk risk, Subject of) {
        return List.of(
                Cell.of(risk.what()),
                new Cell(
                        of.t("risk.degree." + risk.likelihood()) + " × " + of.t("risk.degree." + risk.impact()),
                        risk.weight() >= SERIOUS ? Tone.BAD : Tone.INK),
                risk.counter() == null ? new Cell(of.t("deck.noCounter"), Tone.WARN) : Cell.of(risk.counter()));
    }

    private Table needs(Subject of) {
        List<Need> open = needs.open(of.account().id());
        return new Table(
                of.t("deck.needs"),
                List.of(
                        Column.of(of.t("need.field.title"), 5),
                        Column.of(of.t("need.field.priority"), 2.4),
                        Column.of(of.t("need.can"), 4),
                        Column.of(of.t("deck.did"), 4)),
                open.stream()
                        .limit(MOST_NEEDS)
                        .map(need -> row(needs.at(need.id()), of))
                        .toList(),
                open.size(),
                of.t("deck.needs.none"));
    }

    private static List<Cell> row(Answered one, Subject of) {
        Need need = one.need();
        return List.of(
                Cell.of(need.title()),
                new Cell(of.t(need.priorityKey()), need.priority() == 1 ? Tone.BAD : Tone.INK),
                can(need, of),
                Cell.of(did(one, of)));
    }

    private static Cell can(Need need, Subject of) {
        String said = Stream.of(
                        need.answer(),
                        need.canLeadDays() == null ? null : of.t("deck.leadDays", need.canLeadDays()),
                        need.canCycleDays() == null ? null : of.t("deck.cycleDays", need.canCycleDays()))
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return said.isEmpty() ? new Cell(of.t("deck.noAnswer"), Tone.WARN) : Cell.of(said);
    }

    private static String did(Answered one, Subject of) {
        Supply supply = one.supply();
        if (supply == null) {
            return "–";
        }
        Double otif = supply.otif();
        if (otif != null) {
            return of.t("deck.otif", of.page().percent(otif, 0), supply.judged());
        }
        return supply.leadUsual() == null ? of.t("deck.did.none") : of.t("deck.leadUsual", supply.leadUsual());
    }
}
