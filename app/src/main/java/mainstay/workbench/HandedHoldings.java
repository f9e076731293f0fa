package mainstay.workbench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.identity.Grants;
import mainstay.identity.Holdings;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.identity.UserChanged;
import mainstay.shared.RecordRows;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Entries of Today that colleagues gave to somebody. An heir gets those of accounts that the heir sees.
/// All others, and those of who is shut out without an heir, go back to the lists of who gave them.
@Component
@Transactional
class HandedHoldings implements Holdings {

    private final JdbcClient database;
    private final Grants grants;

    HandedHoldings(JdbcClient database, Grants grants) {
        this.database = database;
        this.grants = grants;
    }

    private record Given(
            long id,
            String rule,
            @Nullable String code,
            @Nullable Long accountId,
            @Nullable String account) {

        /// What is about no account may be given to everybody; accounts that were merged away are seen by nobody.
        boolean isSeenBy(User heir, Grants grants) {
            return code == null || (accountId != null && grants.reaches(heir, accountId, Level.CARD));
        }
    }

    @Override
    public String kind() {
        return "handed";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<Held> of(User person) {
        return given(person).stream().map(HandedHoldings::held).toList();
    }

    private static Held held(Given given) {
        return new Held(Text.of("work.rule." + given.rule()), given.account(), "/today/team", false);
    }

    private List<Given> given(User person) {
        return database.sql("""
                        select h.id, h.rule, h.account_code as code, a.id as account_id, a.name as account
                        from workbench.held_by(:person) h left join accounts.pub_card a on a.code = h.account_code
                        order by h.id
                        """)
                .param("person", person.id())
                .query(RecordRows.of(Given.class))
                .list();
    }

    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        List<Given> all = given(person);
        Set<Long> seen = heir == null
                ? Set.of()
                : all.stream()
                        .filter(given -> given.isSeenBy(heir, grants))
                        .map(Given::id)
                        .collect(Collectors.toSet());
        Set<Long> taken = pass(person.id(), heir == null ? null : Long.valueOf(heir.id()), seen);
        return all.stream()
                .map(given -> new Passed(held(given), fate(given.id(), heir, seen, taken)))
                .toList();
    }

    private static Fate fate(long given, @Nullable User heir, Set<Long> seen, Set<Long> taken) {
        if (heir == null) {
            return Fate.RETURNED;
        }
        if (!seen.contains(given)) {
            return Fate.UNSEEN;
        }
        return taken.contains(given) ? Fate.TAKEN : Fate.OWN;
    }

    @EventListener
    void on(UserChanged changed) {
        if (changed.what().equals("disabled")) {
            pass(changed.userId(), null, Set.of());
        }
    }

    /// @return what the heir has now
    private Set<Long> pass(long person, @Nullable Long heir, Set<Long> passed) {
        return Set.copyOf(database.sql("select p.id from workbench.pass_on(:person, cast(:heir as bigint), :passed) p")
                .param("person", person)
                .param("heir", heir)
                .param("passed", passed.toArray(Long[]::new))
                .query(Long.class)
                .set());
    }
}
