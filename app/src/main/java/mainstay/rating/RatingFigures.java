package mainstay.rating;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import mainstay.accounts.AccountColumn.Cell;
import mainstay.accounts.AccountColumn.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cells of the accounts list.
@Repository
class RatingFigures {
    private final JdbcClient jdbc;

    RatingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Hollow stars are not shown as stars. The accounts pass through a sub-select, so that one plan serves
    /// lists of any length.
    Map<Long, Cell> stars(Collection<Long> accounts) {
        Map<Long, Cell> cells = new HashMap<>();
        jdbc.sql("""
                select account_id, case when not hollow then stars end as stars from rating.current
                where scope = 'account' and account_id = any((select cast(:accounts as bigint[]))::bigint[])
                """).param("accounts", accounts.toArray(Long[]::new)).query((ResultSet row) -> {
            cells.put(row.getLong("account_id"), Cell.of(Form.STARS, row.getObject("stars", Integer.class)));
        });
        return cells;
    }

    /// What the firm has decided stands above what the rule found.
    Map<Long, Cell> statuses(Collection<Long> accounts) {
        Map<Long, Cell> cells = new HashMap<>();
        jdbc.sql("""
                select distinct on (account_id) account_id, status from rating.verdict
                where region = '' and status <> 'none' and account_id = any((select cast(:accounts as bigint[]))::bigint[])
                order by account_id, scope = 'group' desc
                """).param("accounts", accounts.toArray(Long[]::new)).query((ResultSet row) -> {
            cells.put(row.getLong("account_id"), Cell.text("rating.status." + row.getString("status")));
        });
        jdbc.sql("""
                select account_id from rating.pub_appointment
                where account_id = any((select cast(:accounts as bigint[]))::bigint[])
                """).param("accounts", accounts.toArray(Long[]::new)).query((ResultSet row) -> {
            cells.put(row.getLong("account_id"), Cell.text("rating.status.appointed"));
        });
        return cells;
    }

    /// The regions in which accounts are key accounts, provisionally or not.
    Map<Long, Cell> regional(Collection<Long> accounts) {
        Map<Long, Cell> cells = new HashMap<>();
        jdbc.sql("""
                select account_id, string_agg(region, ', ' order by revenue desc, region) as regions from rating.verdict
                where scope = 'account' and region <> '' and status in ('key', 'provisional')
                  and account_id = any((select cast(:accounts as bigint[]))::bigint[])
                group by account_id
                """).param("accounts", accounts.toArray(Long[]::new)).query((ResultSet row) -> {
            cells.put(row.getLong("account_id"), Cell.text(Form.TEXT, row.getString("regions")));
        });
        return cells;
    }
}
