package mainstay.portfolio.value;

import java.time.LocalDate;
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

    private static final String SINGLE = "select u as unit, u as account_id from unnest(cast(:units as bigint[])) u";
    private static final String GROUPED = """
            select root_id as unit, account_id from accounts.pub_root(:asOf)
            where root_id = any((select cast(:units as bigint[]))::bigint[])
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

    /// What accounts are worth, or whole groups by the accounts that lead them on a day. Who bought nothing in
    /// the months looked back on is missing. A group has a short history only where all of its accounts have
    /// that can be valued and are not closed.
    public Map<Long, KeptValue> of(Collection<Long> units, boolean groups, LocalDate asOf) {
        Map<Long, KeptValue> values = new HashMap<>();
        jdbc.sql("""
                select m.unit, cast(sum(v.value) as bigint) as value,
                       case when bool_and(%SHORT%) filter (where v.value is not null and v.method <> 'closed')
                            then max(v.repeats) filter (where v.value is not null and v.method <> 'closed') + 1 end as few_days,
                       bool_or(v.year_margin < 0 and v.value > 0) as hides_loss
                from (%MEMBERS%) m
                join portfolio.account_value v
                    on v.account_id = m.account_id and v.as_of = (select max(r.as_of) from portfolio.value_run r)
                group by m.unit
                """.replace("%MEMBERS%", groups ? GROUPED : SINGLE).replace("%SHORT%", ShortHistory.CONDITION))
                .param("units", units.toArray(Long[]::new))
                .param("asOf", asOf)
                .query(row -> {
                    values.put(
                            row.getLong("unit"),
                            new KeptValue(
                                    row.getObject("value", Long.class),
                                    row.getObject("few_days", Integer.class),
                                    row.getBoolean("hides_loss")));
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
