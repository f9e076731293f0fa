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

    /// What a row stands for, by which columns it was not grouped.
    private static final int ACCOUNT = 15;

    private static final int COLLEAGUE = 5;
    private static final int COUNTERPART = 10;

    private static final String TOUCHES = """
            with contact as materialized (
                select a.id, a.account_id, a.user_id, date_trunc('month', a.on_day) as month, a.kind, a.begun_by,
                       count(*) over (partition by a.id) as ours
                from activity.pub_activity a
                where a.account_id = any (:accounts) and a.state = 'done' and not a.internal
                  and a.starts_at >= identity.pub_midnight(:from) and a.starts_at < identity.pub_midnight(cast(:until as date) + 1)),
            met as materialized (
                select t.activity_id, t.person_id, count(*) over (partition by t.activity_id) as theirs
                from activity.pub_attendee t where t.activity_id = any (array(select c.id from contact c))),
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
            touch as (
                select c.id, c.account_id, c.user_id, c.month, c.kind, c.begun_by, c.ours, m.person_id, m.theirs,
                       coalesce(b.function, case when k.manager_id = c.user_id then 'manager' else 'unknown' end) as own,
                       case when m.person_id is not null then coalesce(p.function, 'unknown') end as their,
                       coalesce(p.there, false) as there
                from contact c
                join accounts.pub_account k on k.id = c.account_id
                left join met m on m.activity_id = c.id
                left join member b on b.account_id = c.account_id and b.user_id = c.user_id
                left join post p on p.account_id = c.account_id and p.person_id = m.person_id)
            select t.account_id, grouping(t.user_id, t.person_id, t.own, t.their) as kind, t.user_id, t.person_id, t.own, t.their,
                   bool_or(t.there) as there, count(distinct t.id) as contacts, count(distinct t.month) as months,
                   count(distinct t.month) filter (where t.kind in ('guidance', 'training', 'discussion')) as joint_months,
                   count(distinct t.id) filter (where t.person_id is not null) as named,
                   count(distinct t.id) filter (where t.begun_by = 'us') as by_us,
                   count(distinct t.id) filter (where t.begun_by = 'them') as by_them,
                   count(distinct t.id) filter (where t.ours = 1) as own_alone,
                   count(distinct t.id) filter (where t.theirs = 1) as their_alone
            from touch t
            group by grouping sets ((t.account_id), (t.account_id, t.user_id, t.own), (t.account_id, t.person_id, t.their),
                                    (t.account_id, t.own, t.their))
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
                        select a.id, a.code, a.name, u.full_name as manager
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
            switch (row.getInt("kind")) {
                case ACCOUNT ->
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
                case COLLEAGUE ->
                    ours.add(new Colleague(
                            row.getLong("user_id"), row.getString("own"), contacts, row.getLong("own_alone")));
                case COUNTERPART -> {
                    if (row.getString("their") != null) {
                        theirs.add(new Counterpart(
                                row.getLong("person_id"),
                                row.getString("their"),
                                contacts,
                                row.getLong("their_alone"),
                                row.getBoolean("there")));
                    }
                }
                default -> {
                    if (row.getString("their") != null) {
                        cells.add(new Cell(row.getString("own"), row.getString("their"), contacts));
                    }
                }
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
