package mainstay.workbench;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mainstay.accounts.AccountAddress;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives entries of Today to colleagues, and back.
@Service
@Transactional
class HandingDesk {

    static final int LONGEST_NOTE = 500;
    private static final String TO = "to";

    private final TodayDesk today;
    private final HandedWork handed;
    private final WorkStates states;
    private final UserDesk users;
    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Clock clock;

    HandingDesk(
            TodayDesk today,
            HandedWork handed,
            WorkStates states,
            UserDesk users,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.today = today;
        this.handed = handed;
        this.states = states;
        this.users = users;
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// Who may be asked, by name.
    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        return Colleague.of(others());
    }

    private List<User> others() {
        Long self = Acting.actor().id();
        return users.all().stream()
                .filter(user -> user.isEnabled() && user.role().mayDecide() && !Objects.equals(user.id(), self))
                .sorted(Comparator.comparing(User::name))
                .toList();
    }

    /// @param to   the name a colleague signs in with, or the full one
    /// @param note blank where the entry says enough
    public Handing give(String rule, String subject, String to, String note) {
        if (Acting.actor().id() == null) {
            throw new Problem.Forbidden("today.nobodyGives");
        }
        Optional<Work> work = today.known(rule, subject);
        if (work.isEmpty()) {
            return new Handing.Gone();
        }
        List<User> called = called(to.strip());
        if (called.size() != 1) {
            return new Handing.Refused(TO, nobody(HarmlessText.without(to.strip()), called));
        }
        String words = note.strip();
        if (words.length() > LONGEST_NOTE || !HarmlessText.is(words)) {
            return new Handing.Refused("note", Text.of("today.badNote", LONGEST_NOTE));
        }
        return give(work.get(), called.getFirst(), words.isEmpty() ? null : words);
    }

    /// By the name that only one signs in with; else all of one full name.
    private List<User> called(String name) {
        List<User> others = others();
        return others.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> others.stream()
                        .filter(user -> user.fullName().equals(name))
                        .toList());
    }

    private static Text nobody(String name, List<User> called) {
        if (name.isEmpty()) {
            return Text.of("today.whichColleague");
        }
        return called.isEmpty()
                ? Text.of("today.unknownColleague", name)
                : Text.of(
                        "today.severalColleagues",
                        name,
                        called.stream().map(User::name).collect(Collectors.joining(", ")));
    }

    private Handing give(Work work, User to, @Nullable String note) {
        if (work.rule().equals(HandedWork.RULE)) {
            return new Handing.Refused(TO, Text.of("today.handedTwice"));
        }
        if (today.rulesInside().contains(work.rule())) {
            return new Handing.Refused(TO, Text.of("today.staysYours"));
        }
        String account = AccountAddress.codeIn(work.link()).orElse(null);
        if (account != null && !sees(to, account)) {
            return new Handing.Refused(TO, Text.of("today.hiddenFrom", to.fullName()));
        }
        handed.takenBack(work.rule(), work.subject());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!handed.give(work, account, to.id(), note, now)) {
            return new Handing.Refused(TO, Text.of("today.handedMeanwhile"));
        }
        states.keepHanded(work, to.id(), now);
        return new Handing.Given(to);
    }

    /// @return whether there was anything to give back
    public boolean giveBack(long id) {
        return handed.returned(id);
    }

    private boolean sees(User user, String code) {
        return Boolean.TRUE.equals(Acting.as(
                Actor.of(user),
                () -> apart.execute(
                        status -> database.sql("select exists (select 1 from accounts.pub_card a where a.code = :code)")
                                .params(Map.of("code", code))
                                .query(Boolean.class)
                                .single())));
    }
}
