package mainstay.portfolio.value;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What accounts are worth by the newest run, as far as the reader may see it, to stand beside other figures.
@Service
@Transactional(readOnly = true)
public class KeptValues {
    /// The part of the coming twelve months' margin that is left after leaving: what is expected, against
    /// what would come if the account surely stayed. Nobody stays with a closed account; null where nothing
    /// can tell, as with an account that would bring nothing even if it stayed.
    static final String REMAINING = """
            case when method = 'closed' then 0
                 when margin is null or staying_margin = 0 then null
                 else least(1, margin / cast(staying_margin as numeric)) end
            """;

    private final JdbcClient jdbc;

    KeptValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of the accounts that are probably gone.
    public Set<Long> gone(Collection<Long> accounts) {
        return Set.copyOf(jdbc.sql("""
                select account_id from portfolio.account_value
                where as_of = (select max(r.as_of) from portfolio.value_run r) and gone
                  and account_id = any((select cast(:accounts as bigint[]))::bigint[])
                """)
                .param("accounts", accounts.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /// Values with four decimals; accounts whose value nothing can tell are missing.
    public Map<Long, Long> of(Collection<Long> accounts) {
        Map<Long, Long> values = new HashMap<>();
        jdbc.sql("""
                select account_id, value from portfolio.account_value
                where as_of = (select max(r.as_of) from portfolio.value_run r) and value is not null
                  and account_id = any((select cast(:accounts as bigint[]))::bigint[])
                """).param("accounts", accounts.toArray(Long[]::new)).query(row -> {
            values.put(row.getLong("account_id"), row.getLong("value"));
        });
        return values;
    }

    /// The part of the coming twelve months' margin that is left after leaving; accounts of which nothing can
    /// tell it are missing.
    public Map<Long, Double> retentions(Collection<Long> accounts) {
        Map<Long, Double> retentions = new HashMap<>();
        jdbc.sql("""
                select account_id, remaining
                from (select account_id, %REMAINING% as remaining from portfolio.account_value
                      where as_of = (select max(r.as_of) from portfolio.value_run r)
                        and account_id = any((select cast(:accounts as bigint[]))::bigint[])) v
                where remaining is not null
                """.replace("%REMAINING%", REMAINING))
                .param("accounts", accounts.toArray(Long[]::new))
                .query(row -> {
                    retentions.put(row.getLong("account_id"), row.getDouble("remaining"));
                });
        return retentions;
    }

    /// Those of the accounts that were closed for the newest run.
    public Set<Long> closed(Collection<Long> accounts) {
        return Set.copyOf(jdbc.sql("""
                select account_id from portfolio.account_value
                where as_of = (select max(r.as_of) from portfolio.value_run r) and method = 'closed'
                  and account_id = any((select cast(:accounts as bigint[]))::bigint[])
                """)
                .param("accounts", accounts.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
