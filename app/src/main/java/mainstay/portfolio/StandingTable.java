package mainstay.portfolio;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.shared.RecordColumns;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The kept standings.
@Repository
class StandingTable {
    private static final RowMapper<Standing> STANDING = RecordRows.of(Standing.class);
    private static final RecordColumns<Standing> COLUMNS = RecordColumns.of(Standing.class);
    private static final int AT_ONCE = 10_000;

    private static final String IN_DANGER = """
            (g.account_id is null and (s.rhythm in ('late', 'silent')
                                       or s.previous_revenue > 0 and 10 * s.revenue <= 8 * s.previous_revenue))
            """;

    private static final String AT_RISK = """
            from portfolio.pub_standing s
            left join (select 'account' as scope, account_id from portfolio.pub_gone
                       union all
                       select 'group', account_id from portfolio.pub_gone_group) g
                on g.scope = s.scope and g.account_id = s.account_id
            where s.scope = :scope and (s.overdue > 0 or %IN_DANGER%)
            """.replace("%IN_DANGER%", IN_DANGER);

    private final JdbcClient jdbc;

    StandingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String scope, List<Standing> standings) {
        jdbc.sql("delete from portfolio.standing where scope = :scope")
                .param("scope", scope)
                .update();
        for (int from = 0; from < standings.size(); from += AT_ONCE) {
            insert(standings.subList(from, Math.min(from + AT_ONCE, standings.size())));
        }
    }

    /// Whether what is kept was made of this.
    boolean restsOn(String basis) {
        return jdbc.sql("select basis = :basis from portfolio.standing_basis")
                .param("basis", basis)
                .query(Boolean.class)
                .single();
    }

    /// Tells the planner what is there now.
    void measure() {
        jdbc.sql("select portfolio.measure_standings()::text").query().singleRow();
    }

    void note(String basis) {
        jdbc.sql("update portfolio.standing_basis set basis = :basis")
                .param("basis", basis)
                .update();
    }

    /// Everybody of a scope, by rank.
    List<Standing> all(String scope) {
        return jdbc.sql("select * from portfolio.standing where scope = :scope order by rank")
                .param("scope", scope)
                .query(STANDING)
                .list();
    }

    private void insert(List<Standing> standings) {
        COLUMNS.bind(jdbc.sql(COLUMNS.insertInto("portfolio.standing")), standings)
                .update();
    }

    Optional<Standing> of(long account) {
        return jdbc.sql("select * from portfolio.standing where scope = 'account' and account_id = :account")
                .param("account", account)
                .query(STANDING)
                .optional();
    }

    /// The standing of a group that an account leads; nothing where it stands alone.
    Optional<Standing> ofGroup(long root) {
        return jdbc.sql("""
                select g.* from portfolio.standing g
                where g.scope = 'group' and g.account_id = :root
                  and exists (select 1 from accounts.pub_members(g.account_id, g.as_of) m
                              where m.account_id <> g.account_id)
                """).param("root", root).query(STANDING).optional();
    }

    /// The revenue of some accounts; those without a standing are not in it.
    Map<Long, Long> revenues(Collection<Long> accounts) {
        Map<Long, Long> revenues = new HashMap<>();
        figures("revenue", accounts, row -> revenues.put(row.getLong("account_id"), row.getLong("figure")));
        return revenues;
    }

    /// The share of some accounts in all revenue; unknown ones are not in it.
    Map<Long, Double> shares(Collection<Long> accounts) {
        Map<Long, Double> shares = new HashMap<>();
        figures("share", accounts, row -> shares.put(row.getLong("account_id"), row.getDouble("figure")));
        return shares;
    }

    /// The accounts pass through a sub-select, so that one plan serves lists of any length.
    private void figures(String column, Collection<Long> accounts, RowCallbackHandler handler) {
        jdbc.sql("select account_id, " + column + " as figure from portfolio.standing "
                        + "where scope = 'account' and account_id = any((select cast(:accounts as bigint[]))::bigint[]) and "
                        + column + " is not null")
                .param("accounts", accounts.toArray(Long[]::new))
                .query(handler);
    }

    /// Accounts that are overdue, late in their own rhythm, or buying clearly less than a year ago, those
    /// with the most at stake first: what is overdue, and the sales where these are in danger. Of those that
    /// are probably gone only what is overdue counts.
    List<Endangered> atRisk(String scope, int most) {
        return jdbc.sql("select s.*, g.account_id is not null as gone " + AT_RISK
                        + """
                order by case when %IN_DANGER% then s.sales_at_stake else coalesce(s.overdue, 0) end desc, s.account_id
                limit :most
                """.replace("%IN_DANGER%", IN_DANGER))
                .param("scope", scope)
                .param("most", most)
                .query((row, number) -> new Endangered(STANDING.mapRow(row, number), row.getBoolean("gone")))
                .list();
    }

    int countAtRisk(String scope) {
        return jdbc.sql("select count(*) " + AT_RISK)
                .param("scope", scope)
                .query(Integer.class)
                .single();
    }
}
