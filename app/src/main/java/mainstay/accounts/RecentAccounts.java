package mainstay.accounts;

import java.time.Clock;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The accounts that a person went to from the search, the latest first.
@Repository
@Transactional(readOnly = true)
class RecentAccounts {

    private static final int KEPT = 8;

    private final JdbcClient database;
    private final Clock clock;

    RecentAccounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<FoundAccount> all() {
        return database.sql("""
                        select a.id, a.code, a.name, a.region, m.name as manager,
                               coalesce(a.closed_on <= (select identity.pub_today()), false) as closed
                        from accounts.recent_account r
                        join accounts.account a on a.id = r.account_id and not a.withdrawn
                        left join accounts.manager m on m.code = a.manager_code
                        where r.user_id = identity.uid()
                        order by r.at desc, a.id
                        limit :kept
                        """)
                .param("kept", KEPT)
                .query((row, number) -> AccountFinder.account(row))
                .list();
    }

    /// Whoever acts without being a person, as a program does, has gone nowhere.
    @Transactional
    void note(long accountId) {
        Long person = Acting.now().map(Actor::id).orElse(null);
        if (person == null) {
            return;
        }
        database.sql("""
                        insert into accounts.recent_account (user_id, account_id, at) values (:person, :account, :at)
                        on conflict (user_id, account_id) do update set at = excluded.at
                        """)
                .param("person", person)
                .param("account", accountId)
                .param("at", Sql.timestamp(clock.instant()))
                .update();
        database.sql("""
                        delete from accounts.recent_account r
                        where r.user_id = :person
                          and r.account_id not in (select k.account_id from accounts.recent_account k
                                                   where k.user_id = :person order by k.at desc limit :kept)
                        """).param("person", person).param("kept", KEPT).update();
    }
}
