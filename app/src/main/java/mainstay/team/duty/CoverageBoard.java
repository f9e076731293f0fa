package mainstay.team.duty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.UserDesk;
import mainstay.shared.DroppedWork;
import mainstay.shared.DroppedWork.Drops;
import mainstay.team.member.TeamRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows what falls between two people before the customer finds it.
@Service
@Transactional(readOnly = true)
public class CoverageBoard {

    static final int SHOWN = 200;

    private final Gaps gaps;
    private final List<DroppedWork> dropped;
    private final Loads loads;
    private final Fields fields;
    private final UserDesk users;

    CoverageBoard(Gaps gaps, List<DroppedWork> dropped, Loads loads, Fields fields, UserDesk users) {
        this.gaps = gaps;
        this.dropped = dropped;
        this.loads = loads;
        this.fields = fields;
        this.users = users;
    }

    /// All of one kind, those with the most money first.
    ///
    /// @param kind one of [Gap#KINDS]; all where it is none
    public List<Gap> gaps(String kind) {
        return of(gaps.all(), kind);
    }

    private static List<Gap> of(List<Gap> all, String kind) {
        return Gap.KINDS.contains(kind)
                ? all.stream().filter(gap -> gap.kind().equals(kind)).toList()
                : all;
    }

    /// @param kind one of [Gap#KINDS]; all where it is none
    public Coverage of(String kind) {
        List<Gap> all = gaps.all();
        Map<String, Long> counts = new LinkedHashMap<>();
        Gap.KINDS.forEach(each -> counts.put(each, 0L));
        all.forEach(gap -> counts.merge(gap.kind(), 1L, Long::sum));
        List<Gap> wanted = of(all, kind);
        return new Coverage(
                Gap.KINDS.contains(kind) ? kind : "",
                counts,
                wanted.stream().limit(SHOWN).toList(),
                Math.max(0, wanted.size() - SHOWN),
                Coverage.Found.of(wanted),
                drops(),
                gaps.longTail(),
                gaps.poolGaps(),
                overloaded(),
                byNumber(),
                users.all().stream().filter(TeamRights::canAct).toList(),
                Acting.actor().is(Role.DIRECTOR, Role.ADMINISTRATOR, Role.KAM, Role.AGENT));
    }

    private Drops drops() {
        return dropped.stream()
                .map(one -> one.dropped(SHOWN))
                .reduce(new Drops(0, List.of()), (some, others) -> some.with(others, SHOWN));
    }

    /// Who sees a part of the accounts only sees nobody's whole load.
    private List<Load> overloaded() {
        return Acting.actor().reaches(Level.BUSINESS)
                ? loads.all().stream().filter(Load::isOver).toList()
                : List.of();
    }

    private Map<Integer, Field> byNumber() {
        return fields.all().stream().collect(Collectors.toMap(Field::id, Function.identity()));
    }

    /// What is open at one account.
    public List<Gap> at(long account) {
        return gaps.of(account);
    }

    /// Codes of accounts that are looked after one by one, those with the most money first.
    public List<String> watched(int most) {
        return gaps.watched(most);
    }

    public List<Load> loads() {
        return loads.all();
    }
}
