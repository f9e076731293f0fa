package mainstay.planning.deck;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.Duty;
import mainstay.team.duty.DutyDesk;
import mainstay.team.duty.Field;
import mainstay.team.duty.Gap;
import mainstay.team.member.Member;
import mainstay.team.member.TeamDesk;
import org.springframework.stereotype.Component;

/// Who of us works for the account, who answers for what, and what nobody answers for.
@Component
class TeamPart implements DeckPart {

    private final TeamDesk team;
    private final DutyDesk duties;
    private final CoverageBoard board;

    TeamPart(TeamDesk team, DutyDesk duties, CoverageBoard board) {
        this.team = team;
        this.duties = duties;
        this.board = board;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Told of(Subject of) {
        List<Member> members = team.of(of.account()).now();
        List<Gap> gaps = board.at(of.account().id());
        long open = gaps.stream().mapToLong(Gap::fields).sum();
        return Told.of(Slide.of(
                of.t("deck.team"),
                members.isEmpty() ? of.t("deck.team.noOne") : of.t("deck.team.finding", members.size(), open),
                members(members, of).at(0, 0, 6, 12),
                fields(gaps, of).at(6, 0, 6, 12)));
    }

    private static Table members(List<Member> members, Subject of) {
        return Table.of(
                of.t("deck.members"),
                List.of(
                        Column.of(of.t("deck.name"), 4),
                        Column.of(of.t("deck.role"), 4),
                        Column.of(of.t("deck.responsible"), 5)),
                members.stream()
                        .map(member -> List.of(
                                new Cell(
                                        member.awayUntil() == null
                                                ? member.name()
                                                : of.t(
                                                        "deck.away",
                                                        member.name(),
                                                        of.page().date(member.awayUntil())),
                                        member.enabled() ? Tone.INK : Tone.BAD),
                                Cell.of(role(member, of)),
                                Cell.of(member.responsibility() == null ? "–" : member.responsibility())))
                        .toList(),
                of.t("team.nobody"));
    }

    private static String role(Member member, Subject of) {
        String role = of.t(member.manager() ? "team.role.manager" : member.roleKey());
        return member.function() == null ? role : role + " · " + of.t(member.functionKey());
    }

    private Table fields(List<Gap> gaps, Subject of) {
        List<Duty> held = duties.of(of.account());
        Set<Integer> open =
                gaps.stream().flatMap(gap -> gap.fieldNumbers().stream()).collect(Collectors.toSet());
        List<List<Cell>> rows = duties.fields().stream()
                .filter(field -> !field.retired())
                .filter(field ->
                        open.contains(field.id()) || held.stream().anyMatch(duty -> duty.fieldId() == field.id()))
                .map(field -> List.of(
                        Cell.of(field.called(of.page())),
                        accountable(field, held, open, of),
                        Cell.of(names(field, held, Duty.RESPONSIBLE))))
                .toList();
        return Table.of(
                of.t("deck.duties"),
                List.of(
                        Column.of(of.t("deck.field"), 4),
                        Column.of(of.t("duty.part.accountable"), 3),
                        Column.of(of.t("duty.part.responsible"), 3)),
                rows,
                of.t("deck.duties.none"));
    }

    private static Cell accountable(Field field, List<Duty> held, Set<Integer> open, Subject of) {
        String names = names(field, held, Duty.ACCOUNTABLE);
        if (!open.contains(field.id())) {
            return Cell.of(names);
        }
        return new Cell(names.equals("–") ? of.t("deck.gap") : of.t("deck.gapOf", names), Tone.BAD);
    }

    private static String names(Field field, List<Duty> held, String part) {
        Stream<String> names = held.stream()
                .filter(duty -> duty.fieldId() == field.id() && duty.part().equals(part))
                .map(Duty::name);
        String joined = names.collect(Collectors.joining(", "));
        return joined.isEmpty() ? "–" : joined;
    }
}
