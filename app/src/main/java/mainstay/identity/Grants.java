package mainstay.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives and ends what people may see of single accounts. The causes are the modules' own words, for instance
/// `manager`.
@Service
@Transactional
public class Grants {

    private final JdbcClient database;
    private final Clock clock;

    Grants(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How many people may see some accounts by grants that have not ended.
    @Transactional(readOnly = true)
    public long people(List<Long> accounts, String except) {
        return database.sql("""
                        select count(distinct g.user_id) from identity.account_grant g
                        where g.account_id = any(:accounts) and g.cause <> :except
                          and (g.ends_at is null or g.ends_at > :now)
                        """)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("except", except)
                .param("now", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
    }

    /// Whether somebody sees an account from a level on, by role or by a grant of all of it. Whoever does not reach
    /// business level on all accounts learns only of grants of their own.
    @Transactional(readOnly = true)
    public boolean reaches(User person, long account, Level level) {
        return person.role().reach().compareTo(level) >= 0
                || database.sql("""
                        select exists (select 1 from identity.account_grant g
                                       where g.account_id = :account and g.user_id = :user and g.level >= :level and g.scope is null
                                         and tstzrange(g.starts_at, g.ends_at) @> :now)
                        """)
                        .param("account", account)
                        .param("user", person.id())
                        .param("level", level.number())
                        .param("now", Sql.timestamp(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }

    /// Gives somebody who has no grant for this cause yet a level on one account, from now on.
    public void give(String cause, long account, long user, Level level) {
        database.sql("""
                        insert into identity.account_grant (account_id, user_id, level, starts_at, cause)
                        values (:account, :user, :level, :now, :cause)
                        on conflict (account_id, user_id, cause) where ends_at is null do nothing
                        """)
                .param("account", account)
                .param("user", user)
                .param("level", level.number())
                .param("now", Sql.timestamp(clock.instant()))
                .param("cause", cause)
                .update();
    }

    /// From now on exactly these people have this level for this cause: one at most for each account.
    ///
    /// @param usersByAccount user id by account id; accounts that are not named lose the grant of this cause
    public void replace(String cause, Map<Long, Long> usersByAccount, Level level) {
        Long[] accounts = usersByAccount.keySet().toArray(Long[]::new);
        Long[] people = usersByAccount.values().toArray(Long[]::new);
        database.sql("""
                        update identity.account_grant g set ends_at = greatest(:now, g.starts_at + interval '1 microsecond')
                        where g.cause = :cause and g.ends_at is null
                          and not exists (
                              select 1 from unnest(:accounts::bigint[], :people::bigint[]) w(account_id, user_id)
                              where w.account_id = g.account_id and w.user_id = g.user_id and g.level = :level)
                        """)
                .param("now", Sql.timestamp(clock.instant()))
                .param("cause", cause)
                .param("level", level.number())
                .param("accounts", accounts)
                .param("people", people)
                .update();
        database.sql("""
                        insert into identity.account_grant (account_id, user_id, level, starts_at, cause)
                        select w.account_id, w.user_id, :level, :now, :cause
                        from unnest(:accounts::bigint[], :people::bigint[]) w(account_id, user_id)
                        on conflict (account_id, user_id, cause) where ends_at is null do nothing
                        """)
                .param("now", Sql.timestamp(clock.instant()))
                .param("cause", cause)
                .param("level", level.number())
                .param("accounts", accounts)
                .param("people", people)
                .update();
    }
}
