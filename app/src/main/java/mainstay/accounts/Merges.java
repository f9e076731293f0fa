package mainstay.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which accounts stand for others.
@Repository
@Transactional
class Merges {

    private static final String STANDING = """
            select g.id, g.merged_id, g.survivor_id, a.code, a.name, g.by_user, g.merged_at
            from accounts.merge g join accounts.account a on a.id = g.merged_id
            where g.undone_at is null
            """;

    private final JdbcClient database;

    Merges(JdbcClient database) {
        this.database = database;
    }

    long merge(long merged, long survivor) {
        database.sql("update accounts.account set withdrawn = true, merged_into_id = :survivor where id = :merged")
                .param("merged", merged)
                .param("survivor", survivor)
                .update();
        return database.sql("""
                        insert into accounts.merge (merged_id, survivor_id, by_user, merged_at)
                        values (:merged, :survivor, :actor, identity.clock()) returning id
                        """)
                .param("merged", merged)
                .param("survivor", survivor)
                .param("actor", Acting.actor().name())
                .query(Long.class)
                .single();
    }

    /// Accounts that only withdrawn batches knew are set aside again.
    void undo(Merge merge) {
        database.sql("update accounts.merge set undone_by = :actor, undone_at = identity.clock() where id = :id")
                .param("actor", Acting.actor().name())
                .param("id", merge.id())
                .update();
        database.sql("""
                        update accounts.account a set merged_into_id = null, withdrawn = false where a.id = :merged
                        """).param("merged", merge.mergedId()).update();
        database.sql("""
                        update accounts.account a set withdrawn = true
                        where a.id in (:merged, :survivor) and not a.withdrawn and a.first_batch_id is not null
                          and not exists (select 1 from accounts.mention m
                                          where m.account_id = a.id and not m.withdrawn)
                          and not exists (select 1 from accounts.account x where x.merged_into_id = a.id)
                        """)
                .param("merged", merge.mergedId())
                .param("survivor", merge.survivorId())
                .update();
    }

    Optional<Merge> standing(long id) {
        return database.sql(STANDING + " and g.id = :id")
                .param("id", id)
                .query(Merges::merge)
                .optional();
    }

    /// The account and all that were merged into it, directly or through others.
    List<Long> members(long account) {
        return database.sql("select w.account_id from accounts.merged_with(:account) w order by w.account_id")
                .param("account", account)
                .query((row, number) -> row.getLong("account_id"))
                .list();
    }

    /// Whoever may see accounts that this one stands for sees it as far, and no longer than that.
    ///
    /// @param except a cause that does not count
    void inheritGrants(long account, String except) {
        database.sql("select accounts.inherit_grants(:account, :except)::text")
                .param("account", account)
                .param("except", except)
                .query()
                .singleRow();
    }

    /// Those that the account took over itself or through others, the latest first.
    List<Merge> into(long account) {
        return database.sql(
                        STANDING + " and g.survivor_id in (select w.account_id from accounts.merged_with(:account) w)"
                                + " order by g.merged_at desc, g.id desc")
                .param("account", account)
                .query(Merges::merge)
                .list();
    }

    /// The account that stands for this one: itself where it was not merged.
    long survivor(long account) {
        return database.sql("select m.survivor_id from accounts.pub_merged() m where m.account_id = :account")
                .param("account", account)
                .query(Long.class)
                .optional()
                .orElse(account);
    }

    /// What a survivor takes over from another account, where that has it: what no file gives to itself. What it has
    /// from others gives way.
    record TakenOver(boolean category, boolean region, boolean manager, boolean creditLimit, boolean paymentTerm) {}

    TakenOver takenOver(long survivor, long merged) {
        return database.sql("""
                        with own as (
                            select m.* from accounts.master m where m.account_id = :survivor and not m.withdrawn)
                        select (select o.category from own o where o.given & 2 <> 0
                                order by o.batch_id desc limit 1) is null as category,
                               (select o.region from own o where o.given & 4 <> 0
                                order by o.batch_id desc limit 1) is null as region,
                               (select o.manager_code from own o where o.given & 8 <> 0
                                order by o.batch_id desc limit 1) is null
                               and not accounts.manager_decided(:survivor) as manager,
                               (select o.credit_limit from own o where o.given & 16 <> 0
                                order by o.batch_id desc limit 1) is null
                               and not accounts.overrules(:survivor, :merged, 16) as credit_limit,
                               (select o.payment_term_days from own o where o.given & 32 <> 0
                                order by o.batch_id desc limit 1) is null
                               and not accounts.overrules(:survivor, :merged, 32) as payment_term
                        """)
                .param("survivor", survivor)
                .param("merged", merged)
                .query((row, number) -> new TakenOver(
                        row.getBoolean("category"),
                        row.getBoolean("region"),
                        row.getBoolean("manager"),
                        row.getBoolean("credit_limit"),
                        row.getBoolean("payment_term")))
                .single();
    }

    /// Whose place in the group names one of some accounts.
    List<Long> childrenOf(List<Long> parents) {
        return database.sql("""
                        select m.account_id from accounts.master m where m.parent_id = any(:parents)
                        union
                        select h.child_id from accounts.parent_by_hand h where h.parent_id = any(:parents)
                        """)
                .param("parents", parents.toArray(Long[]::new))
                .query((row, number) -> row.getLong("account_id"))
                .list();
    }

    private static Merge merge(ResultSet row, int number) throws SQLException {
        return new Merge(
                row.getLong("id"),
                row.getLong("merged_id"),
                row.getLong("survivor_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("by_user"),
                Objects.requireNonNull(Sql.instant(row, "merged_at")));
    }
}
