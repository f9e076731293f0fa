package mainstay.team.duty;

import java.util.List;
import java.util.Set;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds what nobody answers for, at all accounts that are looked after one by one, with one query.
@Repository
class Gaps {

    /// Whether somebody is accountable is asked of a hash of both numbers: a join would go by the account alone
    /// where few duties are expected, and look at them all.
    private static final String FOUND = "with " + Presence.PEOPLE + "," + Presence.STAND_INS + """
            , watched as materialized (select * from team.watched w where w.account_id = :account),
            held as materialized (
                select d.account_id, d.field_id, f.place, d.user_id, d.part, d.turn, d.since
                from team.duty d
                join team.field f on f.id = d.field_id and f.retired_at is null
                where d.until is null and not d.set_aside and d.account_id = :account),
            ended as materialized (
                select d.account_id, d.field_id, identity.pub_day(max(d.until)) as on_day from team.duty d
                where d.part = 'accountable' and d.until is not null and not d.set_aside
                  and d.account_id = :account
                group by d.account_id, d.field_id),
            gap as (
                select 'nobody' as kind, w.account_id, cast(null as bigint) as person_id, cast(null as bigint) as other_id,
                       f.id as field_id, f.place, e.on_day as since
                from watched w
                join team.field f on f.retired_at is null and f.from_stars <= w.stars
                left join ended e on e.account_id = w.account_id and e.field_id = f.id
                where (w.account_id, f.id) not in (select h.account_id, h.field_id from held h where h.part = 'accountable')
                union all
                select p.state, h.account_id, h.user_id, null, h.field_id, h.place, p.since
                from held h
                join person p on p.id = h.user_id
                left join stand_in s on s.account_id = h.account_id and s.user_id = h.user_id
                where h.part = 'accountable' and (p.state = 'gone' or p.state = 'away' and s.user_id is null)
                union all
                select 'overlap', a.account_id, a.user_id, b.user_id, a.field_id, a.place,
                       identity.pub_day(greatest(a.since, b.since))
                from held a
                join held b on b.account_id = a.account_id and b.field_id = a.field_id and b.part = 'responsible'
                           and b.user_id > a.user_id and (a.turn is null or b.turn is null or a.turn = b.turn)
                where a.part = 'responsible')
            select g.kind, w.account_id, w.code, w.name as account, w.money, w.group_money, g.person_id, p.full_name as person,
                   g.other_id, o.full_name as other,
                   case when g.kind = 'overlap' then
                       (select min(m.function) from team.member m
                        join team.member n on n.account_id = m.account_id and n.function = m.function
                                          and n.user_id = g.other_id and not n.set_aside
                        where m.account_id = g.account_id and m.user_id = g.person_id and not m.set_aside) end as same_function,
                   min(g.since) as since, string_agg(g.field_id::text, ',' order by g.place) as field_ids, count(*) as fields
            from gap g
            join watched w on w.account_id = g.account_id
            left join person p on p.id = g.person_id
            left join person o on o.id = g.other_id
            group by g.kind, w.account_id, w.code, w.name, w.money, w.group_money, g.account_id, g.person_id, p.full_name, g.other_id, o.full_name
            order by greatest(w.money, w.group_money) desc nulls last, since nulls first, w.code, g.kind
            """;

    /// All but those that are watched and closed, which are few: sums of everything need no comparison of
    /// everything. Where no sales are known but those of watched ones, they are unknown.
    private static final String POOL = """
            with watched as materialized (select count(*) as accounts, count(w.money) as known, sum(w.money) as money from team.watched w),
            closed as materialized (
                select a.id from accounts.pub_card a where a.closed_on <= (select identity.pub_today())),
            everybody as materialized (
                select count(*) as accounts from accounts.pub_card a
                where a.closed_on is null or a.closed_on > (select identity.pub_today())),
            sales as materialized (
                select count(s.revenue) as known, sum(s.revenue) as money from portfolio.pub_account_standing s
                where s.account_id not in (select c.id from closed c))
            select e.accounts - w.accounts as accounts,
                   case when s.known > w.known then (s.money - coalesce(w.money, 0))::bigint end as money
            from everybody e, watched w, sales s
            """;

    private static final String POOL_GAPS = "with " + Presence.PEOPLE + """
            select f.id, f.code, f.title, p.full_name as owner, coalesce(p.state, 'nobody') as kind
            from team.field f
            left join lateral (
                select o.user_id from team.pool o where o.until is null and (o.field_id = f.id or o.field_id is null)
                order by o.field_id nulls last limit 1) o on true
            left join person p on p.id = o.user_id
            where f.retired_at is null and (p.id is null or p.state in ('gone', 'away'))
            order by f.place, f.id
            """;

    private final JdbcClient database;

    Gaps(JdbcClient database) {
        this.database = database;
    }

    /// Everything that the reader may see, by the money of the accounts.
    List<Gap> all() {
        return database.sql(FOUND.replaceAll("\\w\\.account_id = :account", "true"))
                .query(RecordRows.of(Gap.class))
                .list();
    }

    /// The same of one account alone: the database looks at nothing else.
    List<Gap> of(long account) {
        return database.sql(FOUND)
                .param("account", account)
                .query(RecordRows.of(Gap.class))
                .list();
    }

    /// Accounts that the reader was given whole, and whose team he arranges therefore.
    Set<Long> arranged() {
        return Set.copyOf(database.sql("select g.account_id from identity.standing_grant g where g.level >= 3")
                .query(Long.class)
                .set());
    }

    List<String> watched(int most) {
        return database.sql(
                        "select w.code from team.watched w order by greatest(w.money, w.group_money) desc nulls last, w.code limit :most")
                .param("most", most)
                .query((row, number) -> row.getString("code"))
                .list();
    }

    Coverage.LongTail longTail() {
        return database.sql(POOL).query(RecordRows.of(Coverage.LongTail.class)).single();
    }

    List<Coverage.PoolGap> poolGaps() {
        return database.sql(POOL_GAPS)
                .query(RecordRows.of(Coverage.PoolGap.class))
                .list();
    }
}
