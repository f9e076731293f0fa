package mainstay.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Brings the accounts of a batch to what the batches that stand say about them.
@Repository
class Standing {

    private final JdbcClient database;

    Standing(JdbcClient database) {
        this.database = database;
    }

    /// Names from sales lines count only where no account file gave one and no newer batch did.
    void renameFromLines(long batchId) {
        database.sql("""
                        update accounts.account a set name = m.name
                        from accounts.mention m
                        where m.batch_id = :batch and not m.withdrawn and m.account_id = a.id and m.name <> a.name
                          and not exists (select 1 from accounts.name_by_hand h where h.account_id = a.id)
                          and not exists (select 1 from accounts.master x
                                          where x.account_id = a.id and not x.withdrawn and x.name is not null)
                          and not exists (select 1 from accounts.mention y
                                          where y.account_id = a.id and not y.withdrawn and y.name is not null
                                            and y.batch_id > m.batch_id)
                        """).param("batch", batchId).update();
    }

    /// After a batch of masters came or any batch went.
    void restore(long batchId) {
        Long[] ids = database.sql("""
                        select m.account_id from accounts.master m where m.batch_id = :batch
                        union
                        select m.account_id from accounts.mention m where m.batch_id = :batch and m.name is not null
                        """)
                .param("batch", batchId)
                .query((row, number) -> row.getLong("account_id"))
                .list()
                .toArray(Long[]::new);
        restore(ids);
    }

    /// What an account has taken over fills its gaps, so the survivors of these come after them.
    void restore(Long[] accounts) {
        restoreValues(accounts);
        database.sql("delete from accounts.parent_link where child_id = any(:ids)")
                .param("ids", accounts)
                .update();
        database.sql(LINKS).param("ids", accounts).update();
        Long[] survivors = survivorsOf(accounts);
        if (survivors.length > 0) {
            restore(survivors);
        }
    }

    /// After something was said that moves nobody in the groups: links that were taken out of a circle stay out.
    void restoreApartFromLinks(Long[] accounts) {
        restoreValues(accounts);
        Long[] survivors = survivorsOf(accounts);
        if (survivors.length > 0) {
            restoreApartFromLinks(survivors);
        }
    }

    private void restoreValues(Long[] accounts) {
        database.sql(STANDING_ROWS).param("ids", accounts).update();
        database.sql(TERMS).param("ids", accounts).update();
        database.sql(TAKEN_OVER).param("ids", accounts).update();
        database.sql(TERMS_TAKEN_OVER).param("ids", accounts).update();
    }

    /// Terms and parent of an account opened just now, of which one row is all that is known.
    void begin(long account, AccountMaster row) {
        Long[] only = {account};
        if (row.creditLimit() != null || row.paymentTermDays() != null) {
            database.sql(TERMS).param("ids", only).update();
        }
        if (row.parent() != null) {
            database.sql(LINKS).param("ids", only).update();
        }
    }

    private Long[] survivorsOf(Long[] accounts) {
        return database.sql("""
                        select distinct a.merged_into_id from accounts.account a
                        where a.id = any(:ids) and a.merged_into_id is not null
                        """).param("ids", accounts).query(Long.class).list().toArray(Long[]::new);
    }

    /// For each field: the newest row that stands and whose file had the field.
    private static final String STANDING_ROWS = """
            with touched as (select unnest(cast(:ids as bigint[])) as account_id),
            told as (
                select a.id, a.code,
                       coalesce(
                           (select h.name from accounts.name_by_hand h where h.account_id = a.id),
                           (select m.name from accounts.master m
                            where m.account_id = a.id and not m.withdrawn and m.name is not null
                            order by m.batch_id desc limit 1),
                           (select m.name from accounts.mention m
                            where m.account_id = a.id and not m.withdrawn and m.name is not null
                            order by m.batch_id desc limit 1),
                           a.code) as name,
                       c.category, r.region, g.manager_code, o.opened_on,
                       case when w.decides then w.closed_on else e.closed_on end as closed_on
                from touched
                join accounts.account a on a.id = touched.account_id
                left join lateral (select m.category from accounts.master m
                    where m.account_id = a.id and not m.withdrawn and m.given & 2 <> 0
                    order by m.batch_id desc limit 1) c on true
                left join lateral (select m.region from accounts.master m
                    where m.account_id = a.id and not m.withdrawn and m.given & 4 <> 0
                    order by m.batch_id desc limit 1) r on true
                left join lateral (select m.manager_code from accounts.master m
                    where m.account_id = a.id and not m.withdrawn and m.given & 8 <> 0
                    order by m.batch_id desc limit 1) g on true
                left join lateral (select m.opened_on from accounts.master m
                    where m.account_id = a.id and not m.withdrawn and m.given & 64 <> 0
                    order by m.batch_id desc limit 1) o on true
                left join lateral (select m.closed_on from accounts.master m
                    where m.account_id = a.id and not m.withdrawn and m.given & 128 <> 0
                    order by m.batch_id desc limit 1) e on true
                left join lateral (select w.decides, w.closed_on from accounts.closing w
                    where w.account_id = a.id order by w.id desc limit 1) w on true)
            update accounts.account a
            set name = n.name, category = n.category, region = n.region, manager_code = n.manager_code,
                opened_on = n.opened_on, closed_on = n.closed_on
            from told n
            where n.id = a.id
              and (a.name, a.category, a.region, a.manager_code, a.opened_on, a.closed_on)
                  is distinct from
                  (n.name, n.category, n.region, n.manager_code, n.opened_on, n.closed_on)
            """;

    /// An account about whose terms no file ever spoke needs no row.
    private static final String TERMS = """
            insert into accounts.terms (account_id, imported_limit, imported_term_days)
            select touched.account_id, l.credit_limit, t.payment_term_days
            from (select unnest(cast(:ids as bigint[])) as account_id) touched
            left join lateral (select m.credit_limit from accounts.master m
                where m.account_id = touched.account_id and not m.withdrawn and m.given & 16 <> 0
                order by m.batch_id desc limit 1) l on true
            left join lateral (select m.payment_term_days from accounts.master m
                where m.account_id = touched.account_id and not m.withdrawn and m.given & 32 <> 0
                order by m.batch_id desc limit 1) t on true
            left join accounts.terms old on old.account_id = touched.account_id
            where (l.credit_limit, t.payment_term_days) is distinct from (old.imported_limit, old.imported_term_days)
            on conflict (account_id) do update
            set imported_limit = excluded.imported_limit, imported_term_days = excluded.imported_term_days
            """;

    /// The survivor's own values stay; what it has none of comes from those it took over, the latest first. An empty
    /// cell of a file tells nothing, but where somebody decided last that nobody looks after it, nobody does.
    private static final String TAKEN_OVER = """
            update accounts.account a
            set category = coalesce(a.category, n.category), region = coalesce(a.region, n.region),
                manager_code = case when n.assigned then a.manager_code
                                    else coalesce(a.manager_code, n.manager_code) end,
                opened_on = least(a.opened_on, n.opened_on)
            from (select x.merged_into_id as id,
                         (array_agg(x.category order by g.id desc) filter (where x.category is not null))[1] as category,
                         (array_agg(x.region order by g.id desc) filter (where x.region is not null))[1] as region,
                         (array_agg(x.manager_code order by g.id desc) filter (where x.manager_code is not null))[1]
                             as manager_code,
                         min(x.opened_on) as opened_on,
                         accounts.manager_decided(x.merged_into_id) as assigned
                  from accounts.account x
                  join accounts.merge g on g.merged_id = x.id and g.undone_at is null
                  where x.merged_into_id = any(:ids) group by x.merged_into_id) n
            where n.id = a.id
            """;

    /// Terms end: where a newer file has an empty cell for the survivor, there are none any more.
    private static final String TERMS_TAKEN_OVER = """
            insert into accounts.terms as t (account_id, imported_limit, imported_term_days)
            select x.merged_into_id,
                   (array_agg(o.imported_limit order by g.id desc) filter (
                       where o.imported_limit is not null and not accounts.overrules(x.merged_into_id, x.id, 16)))[1],
                   (array_agg(o.imported_term_days order by g.id desc) filter (
                       where o.imported_term_days is not null and not accounts.overrules(x.merged_into_id, x.id, 32)))[1]
            from accounts.account x
            join accounts.merge g on g.merged_id = x.id and g.undone_at is null
            join accounts.terms o on o.account_id = x.id
            where x.merged_into_id = any(:ids) group by x.merged_into_id
            on conflict (account_id) do update
            set imported_limit = coalesce(t.imported_limit, excluded.imported_limit),
                imported_term_days = coalesce(t.imported_term_days, excluded.imported_term_days)
            """;

    /// A newer row of a file holds from its day on, over everything older rows say about that time; what people
    /// entered holds over all files. A merged parent is the account that stands for it.
    private static final String LINKS = """
            insert into accounts.parent_link (child_id, parent_id, holding, valid_from, valid_to)
            with touched as (
                select a.id from accounts.account a where a.id = any(:ids) and a.merged_into_id is null),
            step as (
                select h.child_id, h.parent_id, h.holding, h.valid_from as since,
                       lead(h.valid_from, 1, date 'infinity') over (partition by h.child_id order by h.valid_from) as until
                from accounts.parent_by_hand h where h.child_id in (select t.id from touched t)
                union all
                select s.child_id, s.parent_id, s.holding, s.since, s.until
                from accounts.parents_told(array(
                    select t.id from touched t
                    where not exists (select 1 from accounts.parent_by_hand h where h.child_id = t.id))) s),
            link as (
                select s.child_id, coalesce(g.survivor_id, s.parent_id) as parent_id, s.holding, s.since, s.until
                from step s left join accounts.pub_merged() g on g.account_id = s.parent_id
                where s.parent_id is not null and s.since < s.until)
            select l.child_id, l.parent_id, l.holding, l.since, l.until from link l where l.parent_id <> l.child_id
            """;
}
