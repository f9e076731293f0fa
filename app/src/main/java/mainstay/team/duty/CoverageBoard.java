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
import mainstay.team.member.TeamRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows what falls between two people before the customer finds it.
@Service
@Transactional(readOnly = true)
public class CoverageBoard {

    static final int SHOWN = 200;

    private final Gaps gaps;
    private final Drops drops;
    private final Loads loads;
    private final Fields fields;
    private final UserDesk users;

    CoverageBoard(Gaps gaps, Drops drops, Loads loads, Fields fields, UserDesk users) {
        this.gaps = gaps;
        this.drops = drops;
        this.loads = loads;
        this.fields = fields;
        this.users = users;
    }

    /// @param kind one of [Gap#KINDS]; all where it is none
    public Coverage of(String kind) {
        List<Gap> all = gaps.all();
        Map<String, Long> counts = new LinkedHashMap<>();
        Gap.KINDS.forEach(each -> counts.put(each, 0L));
        all.forEach(gap -> counts.merge(gap.kind(), 1L, Long::sum));
        boolean one = Gap.KINDS.contains(kind);
        List<Gap> wanted =
                all.stream().filter(gap -> !one || gap.kind().equals(kind)).toList();
        return new Coverage(
                one ? kind : "",
                counts,
                wanted.stream().limit(SHOWN).toList(),
                Math.max(0, wanted.size() - SHOWN),
                money(all),
                drops.all(),
                gaps.longTail(),
                gaps.poolGaps(),
                overloaded(),
                byNumber(),
                users.all().stream().filter(TeamRights::canAct).toList(),
                Acting.actor().is(Role.DIRECTOR, Role.ADMINISTRATOR, Role.KAM, Role.AGENT));
    }

    /// Each account once, with its own sales: those of a group hold those of its members.
    private static long money(List<Gap> all) {
        Map<Long, Long> byAccount = new LinkedHashMap<>();
        all.stream()
                .filter(gap -> gap.ownMoney() != null)
                .forEach(gap -> byAccount.put(gap.accountId(), gap.ownMoney()));
        return byAccount.values().stream().mapToLong(Long::longValue).sum();
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
