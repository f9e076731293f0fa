package mainstay.planning.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.approvals.ApprovalKind;
import mainstay.approvals.Approvals;
import mainstay.identity.Level;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Words;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.planning.plan.PlanView;
import mainstay.planning.plan.Review;
import mainstay.planning.plan.Review.Decision;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.DutyDesk;
import mainstay.team.duty.Field;
import mainstay.team.duty.Gap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the meeting is to decide: requests that wait, decisions that nobody works on, duties without anybody, goals
/// behind their way. A whole table sees it: of a request it tells the kind alone, not what is asked, and nothing
/// where hardly anybody may know of it.
@Component
class DecisionPart implements DeckPart {

    private static final int MOST = 100;

    private final Approvals approvals;
    private final Set<String> silent;
    private final CoverageBoard board;
    private final DutyDesk duties;

    DecisionPart(Approvals approvals, List<ApprovalKind> kinds, CoverageBoard board, DutyDesk duties) {
        this.approvals = approvals;
        this.silent = kinds.stream()
                .filter(kind -> kind.isConfidential() || kind.isPersonal())
                .map(ApprovalKind::code)
                .collect(Collectors.toUnmodifiableSet());
        this.board = board;
        this.duties = duties;
    }

    @Override
    public int order() {
        return 8;
    }

    @Override
    public Told of(Subject of) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.addAll(requests(of));
        PlanView view = of.plan();
        if (view != null) {
            rows.addAll(planned(view, of));
        }
        board.at(of.account().id()).forEach(gap -> rows.add(gap(gap, of)));
        return Told.of(Slide.of(
                of.t("deck.decisions"),
                rows.isEmpty() ? of.t("deck.decisions.noOne") : of.t("deck.decisions.finding", rows.size()),
                table(rows, of).at(0, 0, 8, 12),
                review(view, of).at(8, 0, 4, 12)));
    }

    private static Table table(List<List<Cell>> rows, Subject of) {
        return Table.of(
                of.t("deck.wanted"),
                List.of(
                        Column.of(of.t("deck.about"), 2.4),
                        Column.of(of.t("deck.what"), 6),
                        Column.of(of.t("deck.since"), 3)),
                rows,
                of.t("deck.decisions.none"));
    }

    private List<List<Cell>> requests(Subject of) {
        return approvals.pendingOf(of.account().id(), MOST).stream()
                .filter(one -> one.reach() <= Level.BUSINESS.number() && !silent.contains(one.kind()))
                .map(one -> List.of(
                        new Cell(of.t("deck.about.request"), Tone.WARN),
                        Cell.of(of.t("approvals.kind." + one.kind())),
                        Cell.of(of.t(
                                "deck.askedBy",
                                of.page().person(one.requester()),
                                of.page().moment(one.requestedAt())))))
                .toList();
    }

    private static List<List<Cell>> planned(PlanView view, Subject of) {
        List<List<Cell>> rows = new ArrayList<>();
        if (view.plan().state().equals("draft")) {
            rows.add(row(
                    "deck.about.plan",
                    of.t("deck.plan.draft"),
                    of.page().date(view.plan().periodFrom()),
                    Tone.INK,
                    of));
        }
        for (Review review : view.reviews()) {
            for (Decision decision : view.decisionsOf(review)) {
                if (decision.item() == null) {
                    rows.add(row(
                            "deck.about.decision", decision.what(), of.page().date(review.heldOn()), Tone.INK, of));
                }
            }
        }
        view.goals().stream()
                .filter(GoalSlides::isBehind)
                .forEach(goal -> rows.add(row(
                        "deck.about.goal",
                        of.t(
                                "deck.goal.behind",
                                of.t(goal.metric().key()),
                                GoalSlides.figure(goal.metric().form(), goal.now(), of),
                                GoalSlides.figure(
                                        goal.metric().form(), goal.goal().base(), of)),
                        of.t("deck.until", of.page().date(goal.goal().dueOn())),
                        Tone.BAD,
                        of)));
        view.work().stream()
                .filter(item -> item.isOverdue(view.today()))
                .forEach(item -> rows.add(row(
                        "deck.about.work",
                        item.title(),
                        of.t("deck.dueOn", of.page().date(item.dueOn())),
                        Tone.BAD,
                        of)));
        return rows;
    }

    private static List<Cell> row(String about, String what, String since, Tone tone, Subject of) {
        return List.of(new Cell(of.t(about), tone), Cell.of(what), Cell.of(since));
    }

    private List<Cell> gap(Gap gap, Subject of) {
        List<Field> fields = duties.fields();
        String names = gap.fieldNumbers().stream()
                .flatMap(number -> fields.stream().filter(field -> field.id() == number))
                .map(field -> field.called(of.page()))
                .collect(Collectors.joining(", "));
        return row(
                "deck.about.gap",
                names + ": " + of.t("coverage.kind." + gap.kind()),
                gap.since() == null ? "–" : of.page().date(gap.since()),
                Tone.BAD,
                of);
    }

    /// The review that was held last.
    private static Words review(@Nullable PlanView view, Subject of) {
        List<String> said = new ArrayList<>();
        if (view != null && !view.reviews().isEmpty()) {
            Review last = view.reviews().getFirst();
            said.add(of.t("deck.review.held", of.page().date(last.heldOn()), of.t("review.rated", last.rating())));
            said.add(last.attendees());
            if (last.summary() != null) {
                said.add(last.summary());
            }
            view.decisionsOf(last).forEach(decision -> said.add(of.t("deck.review.decided", decision.what())));
            said.add(of.t("plan.nextReview", view.nextReview()));
        }
        return new Words(of.t("deck.review"), said, false, of.t("deck.review.none"));
    }
}
