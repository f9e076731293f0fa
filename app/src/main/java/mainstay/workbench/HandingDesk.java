package mainstay.workbench;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.AccountAddress;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource.Work;
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
    public List<User> colleagues() {
        Long self = Acting.actor().id();
        return users.all().stream()
                .filter(user -> user.isEnabled() && user.role().mayDecide() && !Objects.equals(user.id(), self))
                .sorted(Comparator.comparing(User::name))
                .toList();
    }

    /// @param to   the name a colleague signs in with, or the full one
    /// @param note blank where the entry says enough
    /// @return the colleague; nobody where no rule asks for the entry any more
    public Optional<User> give(String rule, String subject, String to, String note) {
        if (Acting.actor().id() == null) {
            throw new Problem.Forbidden("today.nobodyGives");
        }
        User colleague = colleagues().stream()
                .filter(user ->
                        user.name().equals(to.strip()) || user.fullName().equals(to.strip()))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("today.unknownColleague", to.strip()));
        String words = note.strip();
        if (words.length() > LONGEST_NOTE || !HarmlessText.is(words)) {
            throw new Problem.Invalid("today.badNote", LONGEST_NOTE);
        }
        Optional<Work> work = today.known(rule, subject);
        work.ifPresent(found -> give(found, colleague, words.isEmpty() ? null : words));
        return work.map(found -> colleague);
    }

    private void give(Work work, User to, @Nullable String note) {
        if (work.rule().equals(HandedWork.RULE)) {
            throw new Problem.Invalid("today.handedTwice");
        }
        String account = AccountAddress.codeIn(work.link()).orElse(null);
        if (account != null && !sees(to, account)) {
            throw new Problem.Invalid("today.hiddenFrom", to.fullName());
        }
        handed.takenBack(work.rule(), work.subject());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        handed.give(work, account, to.id(), note, now);
        states.keepHanded(work, to.id(), now);
    }

    /// @return whether there was anything to give back
    public boolean giveBack(long id) {
        return handed.returned(id);
    }

    private boolean sees(User user, String code) {
        return Boolean.TRUE.equals(Acting.as(
                Actor.of(user),
                () -> apart.execute(status -> database.sql(
                                "select exists (select 1 from accounts.pub_account a where a.code = :code)")
                        .params(Map.of("code", code))
                        .query(Boolean.class)
                        .single())));
    }
}
