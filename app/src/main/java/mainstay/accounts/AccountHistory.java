package mainstay.accounts;

import java.util.List;
import java.util.Objects;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What an account was called, by which codes it is known, and where it stands in its group.
@Repository
@Transactional(readOnly = true)
class AccountHistory {

    static final int MOST = 200;

    private static final RowMapper<GroupTree.Place> PLACE = (row, number) -> new GroupTree.Place(
            row.getString("code"), row.getString("name"), row.getInt("depth"), row.getBigDecimal("holding"));

    private final JdbcClient database;
    private final UnseenParents unseen;

    AccountHistory(JdbcClient database, UnseenParents unseen) {
        this.unseen = unseen;
        this.database = database;
    }

    KnownAs knownAs(long accountId) {
        return new KnownAs(formerNames(accountId), aliases(accountId));
    }

    List<KnownAs.FormerName> formerNames(long accountId) {
        return database.sql("""
                        select f.name, f.until from accounts.former_name f
                        where f.account_id = :account order by f.until desc limit 50
                        """)
                .param("account", accountId)
                .query((row, number) -> new KnownAs.FormerName(
                        row.getString("name"), Objects.requireNonNull(Sql.instant(row, "until"))))
                .list();
    }

    private List<KnownAs.Alias> aliases(long accountId) {
        return database.sql("""
                        select l.source, l.code, coalesce(l.by_user, '') as by_user, l.since from accounts.alias l
                        where l.account_id = :account and l.source <> :byHand order by l.source, l.code
                        """)
                .param("account", accountId)
                .param("byHand", AccountRegister.BY_HAND)
                .query((row, number) -> new KnownAs.Alias(
                        row.getString("source"),
                        row.getString("code"),
                        row.getString("by_user"),
                        Sql.instant(row, "since")))
                .list();
    }

    GroupTree group(long accountId) {
        List<GroupTree.Place> above =
                database.sql("""
                        with recursive up as (
                            select l.parent_id, l.holding, 1 as depth from accounts.parent_link l
                            where l.child_id = :account
                              and l.valid_from <= (select identity.pub_today())
                              and l.valid_to > (select identity.pub_today())
                            union all
                            select l.parent_id, l.holding, u.depth + 1
                            from up u join accounts.parent_link l on l.child_id = u.parent_id
                              and l.valid_from <= (select identity.pub_today())
                              and l.valid_to > (select identity.pub_today()))
                            cycle parent_id set looped using way
                        select a.code, a.name, u.holding, u.depth
                        from up u join accounts.pub_card a on a.id = u.parent_id
                        where not u.looped
                        order by u.depth desc
                        """).param("account", accountId).query(PLACE).list();
        List<GroupTree.Place> below = database.sql("""
                        with recursive down as (
                            select l.child_id, l.holding, 1 as depth, array[a.name, a.code] as way
                            from accounts.parent_link l join accounts.pub_card a on a.id = l.child_id
                            where l.parent_id = :account
                              and l.valid_from <= (select identity.pub_today())
                              and l.valid_to > (select identity.pub_today())
                            union all
                            select l.child_id, l.holding, d.depth + 1, d.way || a.name || a.code
                            from down d join accounts.parent_link l on l.parent_id = d.child_id
                            join accounts.pub_card a on a.id = l.child_id
                            where l.valid_from <= (select identity.pub_today())
                              and l.valid_to > (select identity.pub_today()))
                            cycle child_id set looped using passed
                        select a.code, a.name, d.holding, d.depth
                        from down d join accounts.pub_card a on a.id = d.child_id
                        where not d.looped
                        order by d.way limit :most
                        """)
                .param("account", accountId)
                .param("most", MOST + 1)
                .query(PLACE)
                .list();
        boolean more = below.size() > MOST;
        return new GroupTree(unseen.above(accountId), above, more ? below.subList(0, MOST) : below, more);
    }
}
