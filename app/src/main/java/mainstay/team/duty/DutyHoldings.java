package mainstay.team.duty;

import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.team.duty.HeldDuties.OfPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What somebody is accountable or responsible for, is consulted on or informed of.
@Component
@Transactional
class DutyHoldings implements Holdings {

    private final HeldDuties duties;
    private final DutyDesk desk;
    private final Accounts accounts;

    DutyHoldings(HeldDuties duties, DutyDesk desk, Accounts accounts) {
        this.duties = duties;
        this.desk = desk;
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "duties";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Held> of(User person) {
        return duties.ofPerson(person.id()).stream().map(DutyHoldings::held).toList();
    }

    private static Held held(OfPerson duty) {
        return new Held(
                Text.of(
                        "holding.duty",
                        duty.title() == null ? Text.of("duty.field." + duty.field()) : duty.title(),
                        Text.of("duty.part." + duty.part())),
                duty.account(),
                AccountCard.pathOf(duty.code()) + "/team",
                duty.isActing());
    }

    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        return duties.ofPerson(person.id()).stream()
                .map(duty -> new Passed(held(duty), pass(duty, heir)))
                .toList();
    }

    private Fate pass(OfPerson duty, @Nullable User heir) {
        AccountCard account = accounts.byId(duty.accountId()).orElseThrow();
        desk.end(account, duty.id());
        if (heir == null || duty.retired()) {
            return Fate.ENDED;
        }
        if (has(account, duty, heir)) {
            return Fate.HAD;
        }
        DutyDesk.Wish wish =
                new DutyDesk.Wish(duty.fieldId(), String.valueOf(heir.id()), duty.part(), duty.turn(), null, true);
        desk.assign(account, wish).ifPresent(why -> {
            throw new Problem.Invalid(why.key(), why.arguments().toArray());
        });
        return Fate.TAKEN;
    }

    /// What the heir does there already stays as it is.
    private boolean has(AccountCard account, OfPerson duty, User heir) {
        return desk.of(account).stream()
                .anyMatch(own -> own.fieldId() == duty.fieldId()
                        && own.userId() == heir.id()
                        && own.part().equals(duty.part()));
    }
}
