package mainstay.terms.rebate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether two ladders of one basis would count the same purchases. A confidential one comes on top of an open one.
@Repository
class LadderOverlaps {

    private static final String AGREED = """
            with recursive
            basis as (
                select distinct on (l.id) l.name, l.confidential, v.basis
                from terms.ladder l join terms.ladder_version v on v.ladder_id = l.id and v.published_at is not null
                order by l.id, v.version desc),
            agreed as (
                select g.id, g.account_id, g.word as name, g.whole_group, g.valid_from as first,
                       coalesce(least(g.valid_until, g.ended_on - 1), date 'infinity') as last
                from terms.agreement g
                where g.measure = 'rebateLadder' and g.refused_at is null),
            """;

    private final JdbcClient database;

    LadderOverlaps(JdbcClient database) {
        this.database = database;
    }

    /// Whoever agrees ladders or puts them in force waits until the transaction ends, or two at once
    /// would not see each other.
    void hold() {
        database.sql("select pg_advisory_xact_lock(hashtext('terms.ladder'))::text")
                .query()
                .singleRow();
    }

    /// Names of ladders of the same basis that are agreed with an account, those above it for their whole group, or for
    /// a whole group with those below it, and that share days with a new one.
    List<String> with(Ladder wanted, long account, LocalDate from, @Nullable LocalDate until, boolean wholeGroup) {
        return database.sql(AGREED.concat("""
                        control as (select * from accounts.pub_control_today),
                        up (id) as (
                            select c.parent_id from control c where c.child_id = :account
                            union select c.parent_id from up u join control c on c.child_id = u.id),
                        down (id) as (
                            select c.child_id from control c where c.parent_id = :account
                            union select c.child_id from down d join control c on c.parent_id = d.id)
                        select distinct a.name
                        from agreed a join basis b on b.name = a.name
                        where b.basis = :basis and b.confidential = :confidential
                          and a.first <= coalesce(cast(:until as date), date 'infinity') and a.last >= :from
                          and (a.account_id = :account
                               or a.whole_group and a.account_id in (select id from up)
                               or :group and a.account_id in (select id from down))
                        """))
                .param("basis", wanted.rule().basis().code())
                .param("confidential", wanted.confidential())
                .param("account", account)
                .param("from", from)
                .param("until", until, java.sql.Types.DATE)
                .param("group", wholeGroup)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /// Codes of accounts for which a ladder, with this basis, would overlap with another that is agreed
    /// with them, or with those above or below them where one of both counts a whole group.
    List<String> accounts(Ladder draft) {
        return database.sql(AGREED.concat("""
                        control as materialized (select * from accounts.pub_control_today),
                        covered (holder, account_id) as (
                            select distinct g.account_id, g.account_id from agreed g
                            union
                            select v.holder, c.child_id
                            from covered v join control c on c.parent_id = v.account_id
                            where exists (select 1 from agreed g where g.account_id = v.holder and g.whole_group)),
                        own as (select * from agreed where name = :name)
                        select distinct k.code
                        from own o
                        join agreed a on a.name <> o.name and a.first <= o.last and a.last >= o.first
                                     and (a.account_id = o.account_id
                                          or a.whole_group and (a.account_id, o.account_id) in (select * from covered)
                                          or o.whole_group and (o.account_id, a.account_id) in (select * from covered))
                        join basis b on b.name = a.name and b.basis = :basis and b.confidential = :confidential
                        join accounts.pub_card k on k.id = o.account_id
                        order by 1 limit 5
                        """))
                .param("name", draft.name())
                .param("basis", draft.rule().basis().code())
                .param("confidential", draft.confidential())
                .query((row, number) -> row.getString("code"))
                .list();
    }
}
