package mainstay.rating.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The kept overrides.
@Repository
class Overrides {
    private static final RowMapper<SetStars> SET = RecordRows.of(SetStars.class);
    private static final String COLUMNS = """
            select id, account_id, stars, reason, starts_on, ends_on, asked_by, approval_id, status, stopped_on, stopped_by
            from rating.override
            """;

    private final JdbcClient jdbc;

    Overrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The stars that count on a day, by account.
    Map<Long, Integer> inForce(LocalDate day) {
        Map<Long, Integer> set = new HashMap<>();
        jdbc.sql("""
                select distinct on (account_id) account_id, stars from rating.override
                where status = 'granted' and starts_on <= :day and ends_on >= :day
                  and (stopped_on is null or stopped_on > :day)
                order by account_id, id desc
                """).param("day", day).query(row -> {
            set.put(row.getLong("account_id"), row.getInt("stars"));
        });
        return set;
    }

    /// Grows with every decision on overrides.
    long revision() {
        return jdbc.sql("""
                select count(*) filter (where status = 'granted') + count(stopped_on) from rating.override
                """).query(Long.class).single();
    }

    /// Those of an account, the newest first.
    List<SetStars> of(long account) {
        return jdbc.sql(COLUMNS + "where account_id = :account order by id desc")
                .param("account", account)
                .query(SET)
                .list();
    }

    Optional<SetStars> byId(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(SET).optional();
    }

    long add(long account, int stars, String reason, LocalDate from, LocalDate to, String by) {
        return jdbc.sql("""
                insert into rating.override (account_id, stars, reason, starts_on, ends_on, asked_by, status)
                values (:account, :stars, :reason, :from, :to, :by, 'pending') returning id
                """)
                .param("account", account)
                .param("stars", stars)
                .param("reason", reason)
                .param("from", from)
                .param("to", to)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void noteApproval(long id, long approval) {
        jdbc.sql("update rating.override set approval_id = :approval where id = :id")
                .param("approval", approval)
                .param("id", id)
                .update();
    }

    /// Decides on the one that a request of an account is about: several may be pending, since those of a merged
    /// account stand on it too. A granted one ends those that counted until then.
    ///
    /// @param from the day from which a granted one counts
    void decide(long account, long approval, String status, LocalDate from, String by) {
        jdbc.sql("""
                update rating.override o set stopped_on = greatest(o.starts_on, cast(:from as date)), stopped_by = :by
                from rating.override n
                where n.account_id = :account and n.status = 'pending' and coalesce(n.approval_id, :approval) = :approval
                  and n.ends_on >= :from and :status = 'granted' and o.account_id = n.account_id and o.id <> n.id
                  and o.status = 'granted' and o.stopped_on is null and o.ends_on >= :from
                """)
                .param("from", from)
                .param("by", by)
                .param("account", account)
                .param("approval", approval)
                .param("status", status)
                .update();
        jdbc.sql("""
                update rating.override
                set status = :status, starts_on = least(ends_on, greatest(starts_on, cast(:from as date)))
                where account_id = :account and status = 'pending' and coalesce(approval_id, :approval) = :approval
                """)
                .param("status", status)
                .param("from", from)
                .param("account", account)
                .param("approval", approval)
                .update();
    }

    void stop(long id, LocalDate day, String by) {
        jdbc.sql("""
                update rating.override set stopped_on = greatest(starts_on, cast(:day as date)), stopped_by = :by
                where id = :id and status = 'granted' and stopped_on is null
                """).param("day", day).param("by", by).param("id", id).update();
    }
}
