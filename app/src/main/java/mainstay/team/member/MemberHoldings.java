package mainstay.team.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.team.member.Members.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Memberships of somebody. They end with the day, and one that has not begun never does; an heir who is no member in
/// the same role yet becomes one from tomorrow on, or from the day on which it would have begun, without share and
/// benefit, which are agreed anew.
@Component
@Transactional
class MemberHoldings implements Holdings {

    private final Members members;
    private final TeamDesk desk;
    private final Accounts accounts;
    private final Clock clock;

    MemberHoldings(Members members, TeamDesk desk, Accounts accounts, Clock clock) {
        this.members = members;
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "memberships";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Held> of(User person) {
        return lasting(person).stream().map(MemberHoldings::held).toList();
    }

    private static Held held(Kept kept) {
        return new Held(
                Text.of("team.role." + kept.role()),
                kept.account(),
                AccountCard.pathOf(kept.code()) + "/team",
                kept.role().equals("sponsor"));
    }

    /// Those that end today are handed over already.
    private List<Kept> lasting(User person) {
        LocalDate today = LocalDate.now(clock);
        return members.ofPerson(person.id()).stream()
                .filter(kept -> kept.untilDay() == null || kept.untilDay().isAfter(today))
                .toList();
    }

    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        LocalDate today = LocalDate.now(clock);
        members.holdAll(
                lasting(person).stream().map(Kept::accountId).toList(),
                heir == null ? List.of(person.id()) : List.of(person.id(), heir.id()));
        return lasting(person).stream()
                .map(kept -> new Passed(held(kept), pass(kept, heir, today)))
                .toList();
    }

    private Fate pass(Kept kept, @Nullable User heir, LocalDate today) {
        AccountCard account = accounts.byId(kept.accountId()).orElseThrow();
        Member member = desk.at(account, kept.id());
        boolean begun = !kept.fromDay().isAfter(today);
        if (begun) {
            members.end(kept.id(), today);
        } else {
            members.callOff(kept.id());
        }
        return heir == null
                ? Fate.ENDED
                : fate(desk.add(account, form(member, heir, begun ? today.plusDays(1) : kept.fromDay())));
    }

    private static MemberForm form(Member member, User heir, LocalDate from) {
        return new MemberForm(
                String.valueOf(heir.id()),
                member.function(),
                member.role(),
                member.responsibility(),
                member.authority(),
                "",
                "",
                "",
                from.toString(),
                member.untilDay() == null ? "" : member.untilDay().toString(),
                "",
                "");
    }

    /// Whoever has the role already need not get it.
    private static Fate fate(Map<String, Text> refusals) {
        refusals.values().stream()
                .filter(refusal -> !refusal.key().equals("team.wrong.overlap"))
                .findFirst()
                .ifPresent(refusal -> {
                    throw new Problem.Invalid(refusal.key(), refusal.arguments().toArray());
                });
        return refusals.isEmpty() ? Fate.TAKEN : Fate.HAD;
    }
}
