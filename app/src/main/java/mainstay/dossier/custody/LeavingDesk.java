package mainstay.dossier.custody;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.activity.Timeline;
import mainstay.dossier.custody.Custody.Term;
import mainstay.dossier.custody.Leaving.Held;
import mainstay.identity.Acting;
import mainstay.identity.Holdings.Fate;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands over what somebody who leaves has of archives, all at once or not at all.
@Service
@Transactional
class LeavingDesk {

    private static final Duration LOOKED_BACK = Duration.ofDays(90);
    private static final int MOST_EXPORTS = 100;
    private static final int LONGEST_REASON = 500;

    private final Custodies custodies;
    private final Loans loans;
    private final PendingLoans pending;
    private final LeaverRequests requests;
    private final UserDesk users;
    private final Timeline timeline;
    private final JdbcClient database;
    private final Clock clock;

    LeavingDesk(
            Custodies custodies,
            Loans loans,
            PendingLoans pending,
            LeaverRequests requests,
            UserDesk users,
            Timeline timeline,
            JdbcClient database,
            Clock clock) {
        this.custodies = custodies;
        this.loans = loans;
        this.pending = pending;
        this.requests = requests;
        this.users = users;
        this.timeline = timeline;
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Leaving of(String name) {
        User person = known(name);
        Instant since = clock.instant().minus(LOOKED_BACK);
        return new Leaving(
                person,
                held(person.id()),
                memberships(person.id()),
                loans.openOfPerson(person.id()),
                requests.of(person),
                timeline.ofFirmBy(person.name(), List.of("accountsExported", "dataExported"), since, MOST_EXPORTS),
                looks(person.id(), since),
                since,
                heirs(users.all().stream()
                        .filter(user -> user.isEnabled() && user.role().mayDecide() && user.id() != person.id())
                        .toList()));
    }

    /// Nobody gives an archive to themselves while there is anybody else.
    @Transactional(readOnly = true)
    List<User> heirs(List<User> people) {
        Long self = Acting.actor().id();
        boolean alone = custodies.alone();
        return people.stream()
                .filter(user -> alone || !Long.valueOf(user.id()).equals(self))
                .toList();
    }

    /// @param heir   user id; empty where nothing is to be taken over
    /// @param reason read by whoever looks at the loans later
    /// @return what became of each archive, by account; nothing of one that somebody else answers for since
    public Map<Long, Fate> handOver(String name, String heir, String reason) {
        if (!CustodyDesk.mayGive()) {
            throw new Problem.Forbidden("custody.mayNotGive");
        }
        Leaving leaving = of(name);
        String because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON || !HarmlessText.is(because)) {
            throw new Problem.Invalid("loan.wrong.reason", LONGEST_REASON);
        }
        User successor = leaving.heirs().stream()
                .filter(user -> String.valueOf(user.id()).equals(heir.strip()))
                .findFirst()
                .orElse(null);
        if (successor == null && !leaving.held().isEmpty()) {
            throw new Problem.Invalid("leaving.noHeir");
        }
        String by = Acting.actor().name();
        long person = leaving.person().id();
        Map<Long, Fate> passed = new HashMap<>();
        if (successor != null) {
            leaving.held()
                    .forEach(held ->
                            pass(held, person, successor, by).ifPresent(fate -> passed.put(held.accountId(), fate)));
        }
        requests.withdrawLoans(leaving.requests(), because);
        leaving.member().forEach(account -> custodies.name(account, person, false, by));
        leaving.loans().forEach(loan -> {
            if (loans.close(loan.id(), because, by)) {
                timeline.note(loan.accountId(), "archiveRecalled", Map.of("borrower", loan.borrower()));
            }
        });
        pending.follow();
        return passed;
    }

    /// Who was named since the page was read answers on.
    ///
    /// @return nothing where it is no longer the person's to pass
    private Optional<Fate> pass(Held held, long person, User heir, String by) {
        custodies.hold(held.accountId());
        Term term = custodies.standing(held.accountId()).orElse(null);
        if (term == null || !term.names(person)) {
            return Optional.empty();
        }
        boolean custodian = term.userId() == person;
        long next = custodian ? heir.id() : term.userId();
        Long deputy = custodian ? term.deputyId() : Long.valueOf(heir.id());
        Long other = deputy == null || deputy == next ? null : deputy;
        custodies.give(held.accountId(), next, other, by);
        Map<String, String> detail = new HashMap<>();
        detail.put("custodian", fullName(next));
        detail.put("deputy", other == null ? "" : fullName(other));
        timeline.note(held.shownOn(), "archiveCustody", detail);
        return Optional.of(custodian || term.userId() != heir.id() ? Fate.TAKEN : Fate.HAD);
    }

    private String fullName(@Nullable Long user) {
        return users.byId(Objects.requireNonNull(user)).map(User::fullName).orElse("");
    }

    /// Also of accounts that another one stands for: with a merge undone they count again.
    private List<Held> held(long person) {
        return database.sql("""
                        select c.account_id, a.id as shown_on, a.code, a.name, c.deputy_id is not distinct from :person as deputy
                        from dossier.custody c
                        left join accounts.pub_merged() m on m.account_id = c.account_id
                        join accounts.pub_card a on a.id = coalesce(m.survivor_id, c.account_id)
                        where c.until is null and :person in (c.user_id, c.deputy_id) order by a.code, c.account_id
                        """)
                .param("person", person)
                .query(RecordRows.of(Held.class))
                .list();
    }

    private List<Long> memberships(long person) {
        return database.sql(
                        "select account_id from dossier.named_member where user_id = :person and dropped_at is null order by 1")
                .param("person", person)
                .query((row, number) -> row.getLong("account_id"))
                .list();
    }

    private long looks(long person, Instant since) {
        return database.sql("select count(*) from dossier.look where user_id = :person and at >= :since and level >= 3")
                .param("person", person)
                .param("since", Sql.timestamp(since))
                .query(Long.class)
                .single();
    }

    private User known(String name) {
        return users.byName(name).orElseThrow(() -> new Problem.NotFound("look.unknownPerson", name));
    }
}
