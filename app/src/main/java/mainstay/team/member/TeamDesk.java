package mainstay.team.member;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says who works for an account.
@Service
@Transactional
public class TeamDesk {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Members members;
    private final TeamRights rights;
    private final UserDesk users;
    private final Timeline timeline;
    private final Clock clock;

    TeamDesk(Members members, TeamRights rights, UserDesk users, Timeline timeline, Clock clock) {
        this.members = members;
        this.rights = rights;
        this.users = users;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Who works for an account, and who did.
    ///
    /// @param mayArrange whether the reader may change it
    public record Team(List<Member> now, List<Member> others, boolean mayArrange) {}

    @Transactional(readOnly = true)
    public Team of(AccountCard account) {
        LocalDate today = LocalDate.now(clock);
        List<Member> all = members.of(account.id());
        List<Member> now = new ArrayList<>();
        members.manager(account.id())
                .filter(manager ->
                        all.stream().noneMatch(member -> member.userId() == manager.userId() && member.isOn(today)))
                .ifPresent(now::add);
        all.stream().filter(member -> member.isOn(today)).forEach(now::add);
        return new Team(now, all.stream().filter(member -> !member.isOn(today)).toList(), rights.mayArrange(account));
    }

    @Transactional(readOnly = true)
    public Member at(AccountCard account, long id) {
        return members.find(account.id(), id).orElseThrow(() -> new Problem.NotFound("team.noMember"));
    }

    public MemberForm emptyForm() {
        return MemberForm.empty(LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public MemberForm formOf(AccountCard account, long id) {
        return MemberForm.of(at(account, id));
    }

    /// @return refusals by name of the form's field; none where it is written down
    public Map<String, Text> add(AccountCard account, MemberForm form) {
        rights.demand(account);
        hold(account, form);
        Map<String, Text> refusals = refusals(account, form, null);
        if (refusals.isEmpty()) {
            long id = members.add(account.id(), form);
            benefit(id, form);
            note(account, "teamJoined", form);
        }
        return refusals;
    }

    /// The person stays who it is.
    ///
    /// @param version that whoever changes it has read
    public Changed change(AccountCard account, long id, MemberForm form, int version) {
        rights.demand(account);
        hold(account, form);
        Member before = at(account, id);
        Map<String, Text> refusals = before.version() == version ? new LinkedHashMap<>() : form.overtaken(before);
        refusals.putAll(refusals(account, form, before));
        if (refusals.isEmpty()) {
            members.change(id, form);
            benefit(id, form);
            note(account, form.day("until") == null ? "teamChanged" : "teamLeaves", form);
        }
        return new Changed(refusals, before.version());
    }

    /// What became of a change.
    ///
    /// @param refusals as for a new one; `version`, and what stands now at each field, where somebody came first
    /// @param version  of what stood when it was looked at, by which the refusals go
    public record Changed(Map<String, Text> refusals, int version) {}

    private void hold(AccountCard account, MemberForm form) {
        Long person = form.id("user");
        if (person != null) {
            members.hold(account.id(), person);
        }
    }

    private Map<String, Text> refusals(AccountCard account, MemberForm form, @Nullable Member before) {
        Map<String, Text> refusals = new LinkedHashMap<>(form.refusals());
        Long id = form.id("user");
        Optional<User> person = id == null ? Optional.empty() : users.byId(id);
        if (before == null ? person.filter(User::isEnabled).isEmpty() : !Objects.equals(id, before.userId())) {
            refusals.putIfAbsent("user", Text.of("team.wrong.user"));
        }
        Long deputy = form.id("deputy");
        boolean kept = before != null && Objects.equals(before.deputyId(), deputy);
        if (deputy != null
                && !kept
                && users.byId(deputy).filter(TeamRights::canAct).isEmpty()) {
            refusals.putIfAbsent("deputy", Text.of("team.wrong.deputy"));
        }
        if (refusals.isEmpty()) {
            together(account, form, before, refusals);
        }
        return refusals;
    }

    private void together(AccountCard account, MemberForm form, @Nullable Member before, Map<String, Text> refusals) {
        Long except = before == null ? null : before.id();
        members.inTheWay(account.id(), form, except)
                .ifPresent(why -> refusals.put("role", Text.of("team.wrong." + why)));
        Long deputy = form.id("deputy");
        if (deputy != null
                && !(before != null && form.keeps(before))
                && members.circular(account.id(), form, deputy, except)) {
            refusals.put("deputy", Text.of("team.wrong.circle"));
        }
        BigDecimal share = form.percent("share");
        if (share != null) {
            BigDecimal peak = members.peak(
                    Objects.requireNonNull(form.id("user")),
                    Objects.requireNonNull(form.day("from")),
                    form.day("until"),
                    except);
            if (peak.add(share).compareTo(WHOLE) > 0) {
                refusals.put("share", Text.of("team.wrong.share", peak, WHOLE.subtract(peak)));
            }
        }
    }

    /// Who may not know of benefits does not change them.
    private void benefit(long member, MemberForm form) {
        long user = Objects.requireNonNull(form.id("user"));
        if (TeamRights.maySayOf(user)) {
            members.benefit(member, user, form.percent("bonusShare"), form.words("benefit"));
        }
    }

    private void note(AccountCard account, String kind, MemberForm form) {
        String name = users.byId(Objects.requireNonNull(form.id("user")))
                .map(User::fullName)
                .orElse("");
        timeline.note(
                account.id(),
                kind,
                Map.of("person", name, "textRole", "team.role." + form.of("role"), "until", form.of("until")));
    }

    /// Memberships of a person that last.
    @Transactional(readOnly = true)
    public List<Kept> ofPerson(long person) {
        return members.ofPerson(person).stream()
                .map(kept -> new Kept(kept.id(), kept.accountId(), kept.code(), kept.account(), kept.role()))
                .toList();
    }

    /// A membership of somebody.
    public record Kept(long id, long accountId, String code, String account, String role) {}
}
