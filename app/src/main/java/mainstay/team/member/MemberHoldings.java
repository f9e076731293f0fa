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

/// Memberships of somebody. They end with the day; an heir who is no member in the same role yet becomes one from
/// tomorrow on, without share and benefit, which are agreed anew.
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
        return lasting(person).stream()
                .map(kept -> new Held(
                        Text.of("team.role." + kept.role()),
                        kept.account(),
                        AccountCard.pathOf(kept.code()) + "/team",
                        kept.role().equals("sponsor")))
                .toList();
    }

    /// Those that end today are handed over already.
    private List<Kept> lasting(User person) {
        LocalDate today = LocalDate.now(clock);
        return members.ofPerson(person.id()).stream()
                .filter(kept -> kept.untilDay() == null || kept.untilDay().isAfter(today))
                .toList();
    }

    @Override
    public void pass(User person, @Nullable User heir, String reason) {
        LocalDate today = LocalDate.now(clock);
        for (Kept kept : lasting(person)) {
            AccountCard account = accounts.byId(kept.accountId()).orElseThrow();
            Member member = desk.at(account, kept.id());
            LocalDate last = kept.fromDay().isAfter(today) ? kept.fromDay() : today;
            members.end(kept.id(), last);
            if (heir != null) {
                MemberForm form = new MemberForm(
                        String.valueOf(heir.id()),
                        member.function(),
                        member.role(),
                        member.responsibility(),
                        member.authority(),
                        "",
                        "",
                        "",
                        last.plusDays(1).toString(),
                        member.untilDay() == null || !member.untilDay().isAfter(last)
                                ? ""
                                : member.untilDay().toString(),
                        "",
                        "");
                refuse(desk.add(account, form));
            }
        }
    }

    /// Whoever has the role already need not get it.
    private static void refuse(Map<String, Text> refusals) {
        refusals.entrySet().stream()
                .filter(refusal -> !refusal.getValue().key().equals("team.wrong.overlap"))
                .findFirst()
                .ifPresent(refusal -> {
                    throw new Problem.Invalid(
                            refusal.getValue().key(),
                            refusal.getValue().arguments().toArray());
                });
    }
}
