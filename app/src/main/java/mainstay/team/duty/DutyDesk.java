package mainstay.team.duty;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.team.member.TeamRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says who does what in which field of work at an account.
@Service
@Transactional
public class DutyDesk {

    private final HeldDuties duties;
    private final Fields fields;
    private final TeamRights rights;
    private final UserDesk users;
    private final Timeline timeline;

    DutyDesk(HeldDuties duties, Fields fields, TeamRights rights, UserDesk users, Timeline timeline) {
        this.duties = duties;
        this.fields = fields;
        this.rights = rights;
        this.users = users;
        this.timeline = timeline;
    }

    /// What somebody is to do.
    ///
    /// @param user   number of the person
    /// @param holder who was shown as accountable so far; null where nobody was
    /// @param anyway whether it does not matter who that was
    public record Wish(
            int field,
            String user,
            String part,
            @Nullable Integer turn,
            @Nullable Long holder,
            boolean anyway) {

        /// Whoever is accountable now is so no more.
        public static Wish of(int field, long user, String part) {
            return new Wish(field, String.valueOf(user), part, null, null, true);
        }
    }

    @Transactional(readOnly = true)
    public List<Duty> of(AccountCard account) {
        return duties.of(account.id());
    }

    @Transactional(readOnly = true)
    public List<Field> fields() {
        return fields.all();
    }

    /// Who can be given a duty.
    @Transactional(readOnly = true)
    public List<User> people() {
        return users.all().stream().filter(User::isEnabled).toList();
    }

    /// Gives somebody a part in a field of work from now on. An accountable person before ends; two at once are
    /// refused by the database.
    ///
    /// @return what speaks against it
    public Optional<Text> assign(AccountCard account, Wish wish) {
        rights.demand(account);
        Optional<Field> field = fields.find(wish.field()).filter(found -> !found.retired());
        if (field.isEmpty()) {
            return Optional.of(Text.of("duty.wrong.field"));
        }
        if (!Duty.PARTS.contains(wish.part())) {
            return Optional.of(Text.of("duty.wrong.part"));
        }
        if (wish.turn() != null && (wish.turn() < 1 || wish.turn() > 9)) {
            return Optional.of(Text.of("duty.wrong.turn"));
        }
        boolean acts = wish.part().equals(Duty.ACCOUNTABLE) || wish.part().equals(Duty.RESPONSIBLE);
        Optional<User> person = wish.user().matches("\\d{1,18}")
                ? users.byId(Long.parseLong(wish.user()))
                        .filter(user -> user.isEnabled() && (!acts || TeamRights.canAct(user)))
                : Optional.empty();
        return person.isEmpty()
                ? Optional.of(Text.of("duty.wrong.user"))
                : assign(account, field.get(), person.get(), wish);
    }

    private Optional<Text> assign(AccountCard account, Field field, User person, Wish wish) {
        Integer turn = wish.part().equals(Duty.RESPONSIBLE) ? wish.turn() : null;
        Optional<Duty> same = duties.same(account.id(), field.id(), person.id(), wish.part());
        if (same.isPresent()) {
            duties.turn(same.get().id(), turn);
            return Optional.empty();
        }
        if (wish.part().equals(Duty.ACCOUNTABLE)) {
            Optional<Duty> standing = duties.accountable(account.id(), field.id());
            Long now = standing.map(Duty::userId).orElse(null);
            if (!wish.anyway() && !Objects.equals(now, wish.holder())) {
                return Optional.of(standing.map(holder -> Text.of("duty.wrong.meanwhile", holder.name()))
                        .orElseGet(() -> Text.of("duty.wrong.nobodyMeanwhile")));
            }
            standing.ifPresent(holder -> duties.end(holder.id()));
        }
        duties.add(account.id(), field.id(), person.id(), wish.part(), turn);
        note(account, "dutyGiven", field, person.fullName(), wish.part());
        return Optional.empty();
    }

    /// Says which of two responsible people acts first.
    public void order(AccountCard account, int field, long first, long second) {
        rights.demand(account);
        Duty one = duties.same(account.id(), field, first, Duty.RESPONSIBLE)
                .orElseThrow(() -> new Problem.NotFound("duty.unknown"));
        Duty other = duties.same(account.id(), field, second, Duty.RESPONSIBLE)
                .orElseThrow(() -> new Problem.NotFound("duty.unknown"));
        duties.turn(one.id(), 1);
        duties.turn(other.id(), 2);
    }

    /// Ends what somebody does.
    public void end(AccountCard account, long id) {
        rights.demand(account);
        Duty duty = duties.find(account.id(), id).orElseThrow(() -> new Problem.NotFound("duty.unknown"));
        if (duties.end(id)) {
            note(account, "dutyEnded", fields.find(duty.fieldId()).orElseThrow(), duty.name(), duty.part());
        }
    }

    private void note(AccountCard account, String kind, Field field, String person, String part) {
        timeline.note(
                account.id(),
                kind,
                Map.of(
                        "textField",
                        field.title() == null ? "duty.field." + field.code() : field.title(),
                        "person",
                        person,
                        "textPart",
                        "duty.part." + part));
    }
}
