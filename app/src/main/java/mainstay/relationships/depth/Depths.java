package mainstay.relationships.depth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.relationships.depth.Touches.Cell;
import mainstay.relationships.depth.Touches.Colleague;
import mainstay.relationships.depth.Touches.Counterpart;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts contacts of any number of accounts with one statement.
@Repository
class Depths {

    /// Everything is counted where it stands once: contacts by themselves, colleagues and counterparts each with their
    /// contacts, and only pairs of functions, of which one contact can have several alike, are told apart first.
    private static final String TOUCHES = """
            with contact as materialized (
                select a.id, a.account_id, a.user_id, date_trunc('month', a.on_day) as month, a.kind, a.begun_by,
                       k.manager_id = a.user_id as manages
                from activity.pub_activity a join accounts.pub_account k on k.id = a.account_id
                where a.account_id = any (:accounts) and a.state = 'done' and not a.internal
                  and a.starts_at >= identity.pub_midnight(:from) and a.starts_at < identity.pub_midnight(cast(:until as date) + 1)),
            meeting as materialized (
                select c.id, c.account_id, c.month, c.kind, c.begun_by, count(*) as ours
                from contact c group by c.id, c.account_id, c.month, c.kind, c.begun_by),
            met as materialized (
                select t.activity_id as id, t.person_id, count(*) over (partition by t.activity_id) as theirs
                from activity.pub_attendee t where t.activity_id = any (array(select m.id from meeting m))),
            member as materialized (
                select distinct on (m.account_id, m.user_id) m.account_id, m.user_id, m.function
                from team.pub_membership m where m.account_id = any (:accounts)
                order by m.account_id, m.user_id, m.from_day desc),
            post as materialized (
                select distinct on (p.account_id, p.person_id) p.account_id, p.person_id, p.function,
                       p.until_on is null or p.until_on >= cast(:until as date) as there
                from accounts.pub_position p where p.account_id = any (:accounts)
                order by p.account_id, p.person_id, p.until_on is null or p.until_on >= cast(:until as date) desc,
                         p.from_on desc nulls last, p.id desc),
            colleague as materialized (
                select c.id, c.account_id, c.user_id, m.ours,
                       coalesce(b.function, case when c.manages then 'manager' else 'unknown' end) as function
                from contact c
                join meeting m on m.id = c.id
                left join member b on b.account_id = c.account_id and b.user_id = c.user_id),
            counterpart as materialized (
                select t.id, m.account_id, t.person_id, t.theirs, coalesce(p.function, 'unknown') as function,
                       coalesce(p.there, false) as there
                from met t
                join meeting m on m.id = t.id
                left join post p on p.account_id = m.account_id and p.person_id = t.person_id)
            select m.account_id, 'account' as kind, null as own, null as their, null::bigint as party, count(*) as contacts,
                   null::bigint as alone, null::boolean as there, count(distinct m.month) as months,
                   count(distinct m.month) filter (where m.kind in ('guidance', 'training', 'discussion')) as joint_months,
                   count(*) filter (where m.id in (select t.id from met t)) as named,
                   count(*) filter (where m.begun_by = 'us') as by_us,
                   count(*) filter (where m.begun_by = 'them') as by_them
            from meeting m group by m.account_id
            union all
            select c.account_id, 'colleague', c.function, null, c.user_id, count(*), count(*) filter (where c.ours = 1),
                   null, null, null, null, null, null
            from colleague c group by c.account_id, c.function, c.user_id
            union all
            select p.account_id, 'counterpart', null, p.function, p.person_id, count(*), count(*) filter (where p.theirs = 1),
                   bool_or(p.there), null, null, null, null, null
            from counterpart p group by p.account_id, p.function, p.person_id
            union all
            select d.account_id, 'pair', d.own, d.their, null, count(*), null, null, null, null, null, null, null
            from (select distinct c.account_id, c.id, c.function as own, p.function as their
                  from colleague c join counterpart p on p.id = c.id) d
            group by d.account_id, d.own, d.their
            """;

    private final JdbcClient database;

    Depths(JdbcClient database) {
        this.database = database;
    }

    /// An account to be looked at.
    ///
    /// @param manager full name; null where nobody manages it
    record Watched(
            long id, String code, String name, @Nullable String manager) {}

    /// Key accounts of which the reader sees the business, for there contacts are to be seen.
    List<Watched> watched() {
        return database.sql("""
                        select a.id, a.code, a.name, coalesce(u.full_name, a.manager_name) as manager
                        from (select distinct k.account_id from rating.pub_key_account k) k
                        join accounts.pub_account a on a.id = k.account_id
                        left join identity.pub_user u on u.id = a.manager_id
                        where (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                          and ((select identity.reach()) >= 2
                               or exists (select 1 from identity.standing_grant g where g.account_id = a.id and g.level >= 2))
                        order by a.code
                        """).query(RecordRows.of(Watched.class)).list();
    }

    private static final class Gathering {
        private final List<Colleague> ours = new ArrayList<>();
        private final List<Counterpart> theirs = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();
        private Touches whole = Touches.NONE;

        private void take(ResultSet row) throws SQLException {
            long contacts = row.getLong("contacts");
            switch (Objects.requireNonNull(row.getString("kind"))) {
                case "account" ->
                    whole = new Touches(
                            contacts,
                            row.getLong("months"),
                            row.getLong("joint_months"),
                            row.getLong("named"),
                            row.getLong("by_us"),
                            row.getLong("by_them"),
                            ours,
                            theirs,
                            cells);
                case "colleague" ->
                    ours.add(new Colleague(row.getLong("party"), row.getString("own"), contacts, row.getLong("alone")));
                case "counterpart" ->
                    theirs.add(new Counterpart(
                            row.getLong("party"),
                            row.getString("their"),
                            contacts,
                            row.getLong("alone"),
                            row.getBoolean("there")));
                default -> cells.add(new Cell(row.getString("own"), row.getString("their"), contacts));
            }
        }
    }

    /// By number of the account; those without a contact are left out.
    Map<Long, Touches> of(Collection<Long> accounts, LocalDate from, LocalDate until) {
        Map<Long, Gathering> gathered = new HashMap<>();
        database.sql(TOUCHES)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    gathered.computeIfAbsent(row.getLong("account_id"), first -> new Gathering())
                            .take(row);
                });
        Map<Long, Touches> touches = new HashMap<>();
        gathered.forEach((account, gathering) -> touches.put(account, gathering.whole));
        return touches;
    }

    Map<Long, Depth.Own> colleagues(Collection<Long> ids) {
        Map<Long, Depth.Own> names = new HashMap<>();
        database.sql("select u.id, u.full_name, u.enabled from identity.pub_user u where u.id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(
                            row.getLong("id"),
                            new Depth.Own(
                                    Objects.requireNonNull(row.getString("full_name")), row.getBoolean("enabled")));
                });
        return names;
    }

    Map<Long, String> people(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        database.sql("select p.id, p.name from accounts.pub_person p where p.id = any (:ids) and p.erased_at is null")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), Objects.requireNonNull(row.getString("name")));
                });
        return names;
    }

    int level(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }
}
