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

    void restore(Long[] accounts) {
        database.sql(STANDING_ROWS).param("ids", accounts).update();
        database.sql(TERMS).param("ids", accounts).update();
        database.sql("delete from accounts.parent_link where child_id = any(:ids)")
                .param("ids", accounts)
                .update();
        database.sql(LINKS).param("ids", accounts).update();
    }

    /// For each field: the newest row that stands and whose file had the field.
    private static final String STANDING_ROWS = """
            with touched as (select unnest(cast(:ids as bigint[])) as account_id),
            told as (
                select a.id, a.code,
                       coalesce(
                           (select m.name from accounts.master m
                            where m.account_id = a.id and not m.withdrawn and m.name is not null
                            order by m.batch_id desc limit 1),
                           (select m.name from accounts.mention m
                            where m.account_id = a.id and not m.withdrawn and m.name is not null
                            order by m.batch_id desc limit 1),
                           a.code) as name,
                       c.category, r.region, g.manager_code, o.opened_on, e.closed_on
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
                    order by m.batch_id desc limit 1) e on true)
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
            insert into accounts.terms (account_id, credit_limit, payment_term_days)
            select touched.account_id, l.credit_limit, t.payment_term_days
            from (select unnest(cast(:ids as bigint[])) as account_id) touched
            left join lateral (select m.credit_limit from accounts.master m
                where m.account_id = touched.account_id and not m.withdrawn and m.given & 16 <> 0
                order by m.batch_id desc limit 1) l on true
            left join lateral (select m.payment_term_days from accounts.master m
                where m.account_id = touched.account_id and not m.withdrawn and m.given & 32 <> 0
                order by m.batch_id desc limit 1) t on true
            left join accounts.terms old on old.account_id = touched.account_id
            where (l.credit_limit, t.payment_term_days) is distinct from (old.credit_limit, old.payment_term_days)
            on conflict (account_id) do update
            set credit_limit = excluded.credit_limit, payment_term_days = excluded.payment_term_days
            """;

    /// A newer row holds from its day on, over everything older rows say about that time.
    private static final String LINKS = """
            insert into accounts.parent_link (child_id, parent_id, holding, valid_from, valid_to)
            select account_id, parent_id, holding, since, until
            from (select m.account_id, m.parent_id, m.holding, m.since,
                         min(m.since) over (partition by m.account_id order by m.batch_id desc
                                            rows between unbounded preceding and 1 preceding) as newer
                  from (select x.*, coalesce(x.parent_from, date '-infinity') as since
                        from accounts.master x
                        where x.account_id = any(:ids) and not x.withdrawn and x.given & 256 <> 0) m) told,
                 lateral (select coalesce(told.newer, date 'infinity') as until) bound
            where parent_id is not null and since < until
            """;
}
