package mainstay.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.AbsenceDesk;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserChange;
import mainstay.identity.UserDesk;
import mainstay.shared.web.Text;
import mainstay.team.duty.Assigning;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.Duty;
import mainstay.team.duty.DutyDesk;
import mainstay.team.duty.Field;
import mainstay.team.energy.Leaders;
import mainstay.team.member.CompetenceDesk;
import mainstay.team.member.CompetenceForm;
import mainstay.team.member.MemberForm;
import mainstay.team.member.TeamDesk;
import org.springframework.stereotype.Component;

/// Who works for the key accounts of the wholesale sample: everything is covered but two fields of work, and in one
/// two act. All of it is invented, and says so; two of the colleagues exist for it alone and cannot sign in.
@Component
class SampleTeam {

    private static final int MOST = 60;
    private static final List<String> BESIDES = List.of("401", "944", "981", "996");
    private static final String INVENTED = "Invented: ";

    private final CoverageBoard board;
    private final Accounts accounts;
    private final TeamDesk team;
    private final DutyDesk duties;
    private final Assigning assigning;
    private final CompetenceDesk competence;
    private final Leaders leaders;
    private final UserDesk users;
    private final AbsenceDesk absences;
    private final Clock clock;

    SampleTeam(
            CoverageBoard board,
            Accounts accounts,
            TeamDesk team,
            DutyDesk duties,
            Assigning assigning,
            CompetenceDesk competence,
            Leaders leaders,
            UserDesk users,
            AbsenceDesk absences,
            Clock clock) {
        this.board = board;
        this.accounts = accounts;
        this.team = team;
        this.duties = duties;
        this.assigning = assigning;
        this.competence = competence;
        this.leaders = leaders;
        this.users = users;
        this.absences = absences;
        this.clock = clock;
    }

    private record Cast(User director, User manager, User controller, User engineer, User service) {

        User accountableFor(String field) {
            return switch (field) {
                case "credit", "invoices" -> controller;
                case "technical", "samples", "development" -> engineer;
                case "delivery", "complaints", "training" -> service;
                case "contracts" -> director;
                default -> manager;
            };
        }
    }

    /// Once; nothing in samples without key accounts or these people.
    void write() {
        Optional<User> director = users.byName("director");
        Optional<User> manager = users.byName("kam");
        Optional<User> controller = users.byName("controller");
        List<String> codes = board.watched(MOST);
        if (codes.isEmpty() || director.isEmpty() || manager.isEmpty() || controller.isEmpty()) {
            return;
        }
        List<AccountCard> watched = Stream.concat(codes.stream(), BESIDES.stream())
                .distinct()
                .flatMap(code -> accounts.byCode(code).stream())
                .toList();
        if (watched.stream().anyMatch(account -> !duties.of(account).isEmpty())) {
            return;
        }
        Cast cast = new Cast(
                director.get(),
                manager.get(),
                controller.get(),
                colleague("engineer", "Erik Lindqvist"),
                colleague("service", "Ines Calder"));
        for (int i = 0; i < watched.size(); i++) {
            members(watched.get(i), cast, i);
            cover(watched.get(i), cast, gapsAt(i, codes.size() - 1));
        }
        overlap(watched.get(Math.min(1, watched.size() - 1)), cast);
        assigning.pool(null, String.valueOf(cast.service().id()));
        assess(cast.manager());
        lead(cast.manager(), cast.director());
        lead(cast.engineer(), cast.manager());
        lead(cast.service(), cast.manager());
        away(cast.service(), cast.controller(), 0, 4);
        away(cast.engineer(), cast.manager(), 9, 13);
    }

    /// Somebody stands in, so that nothing is left lying.
    private void away(User colleague, User deputy, int firstIn, int lastIn) {
        LocalDate today = LocalDate.now(clock);
        absences.note(colleague.id(), deputy.id(), today.plusDays(firstIn), today.plusDays(lastIn))
                .ifPresent(refusal -> {
                    throw new SampleUnavailable(
                            "The absence of %s cannot be noted: %s".formatted(colleague.name(), refusal));
                });
    }

    /// Nobody is accountable for one field of work at the first key account, and for another one at the last.
    private static List<String> gapsAt(int place, int last) {
        List<String> gaps = new ArrayList<>();
        if (place == 0) {
            gaps.add("complaints");
        }
        if (place == last) {
            gaps.add("prices");
        }
        return gaps;
    }

    private User colleague(String name, String fullName) {
        return users.byName(name).orElseGet(() -> {
            if (users.add(name, fullName, Role.AGENT, users.inventPassword()) instanceof UserChange.Refused refused) {
                throw new SampleUnavailable("The user %s cannot be made: %s".formatted(name, refused.messageKey()));
            }
            return users.byName(name).orElseThrow();
        });
    }

    private void members(AccountCard account, Cast cast, int place) {
        String share = place < 3 ? "10" : "";
        join(account, cast.director(), "administration", "sponsor", "opens doors at the head office", "", "");
        join(account, cast.controller(), "finance", "specialist", "credit and invoices", "", share);
        join(account, cast.engineer(), "research", "specialist", "technical questions and samples", "", share);
        join(account, cast.service(), "support", "assistant", "deliveries and complaints", "3", share);
    }

    private void join(
            AccountCard account, User user, String function, String role, String what, String discount, String share) {
        Map<String, Text> refusals = team.add(
                account,
                new MemberForm(
                        String.valueOf(user.id()),
                        function,
                        role,
                        INVENTED + what,
                        "",
                        discount,
                        share,
                        "",
                        team.emptyForm().of("from"),
                        "",
                        "",
                        ""));
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(refusals.toString());
        }
    }

    private void cover(AccountCard account, Cast cast, List<String> gaps) {
        List<DutyDesk.Wish> wishes = duties.fields().stream()
                .filter(field -> field.code() != null && !gaps.contains(field.code()))
                .map(field -> DutyDesk.Wish.of(
                        field.id(),
                        cast.accountableFor(String.valueOf(field.code())).id(),
                        Duty.ACCOUNTABLE))
                .toList();
        give(account, wishes);
    }

    private void overlap(AccountCard account, Cast cast) {
        int samples = duties.fields().stream()
                .filter(field -> "samples".equals(field.code()))
                .map(Field::id)
                .findFirst()
                .orElseThrow();
        give(
                account,
                List.of(
                        DutyDesk.Wish.of(samples, cast.service().id(), Duty.RESPONSIBLE),
                        DutyDesk.Wish.of(samples, cast.manager().id(), Duty.RESPONSIBLE)));
    }

    private void give(AccountCard account, List<DutyDesk.Wish> wishes) {
        assigning.all(account, wishes).ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
    }

    private void lead(User user, User by) {
        leaders.lead(String.valueOf(user.id()), String.valueOf(by.id())).ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
    }

    private void assess(User manager) {
        Map<String, Text> refusals = competence.assess(
                manager.name(),
                new CompetenceForm(
                        team.emptyForm().of("from"),
                        "4",
                        "3",
                        "5",
                        INVENTED + "a course in negotiating, then two visits together",
                        ""));
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(refusals.toString());
        }
    }
}
