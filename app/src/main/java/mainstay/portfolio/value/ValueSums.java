package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The values of accounts added up, as far as the reader may see them.
@Repository
class ValueSums {
    private static final String BOTH = """
            (select account_id, coalesce(n.value, 0) as now, coalesce(b.value, 0) as was, n.margin, n.at_risk
             from (select * from portfolio.account_value where as_of = :asOf) n
             full join (select account_id, value from portfolio.account_value
                        where as_of = (select max(r.as_of) from portfolio.value_run r where r.as_of < :asOf)) b
                  using (account_id)) v
            """;

    private final JdbcClient jdbc;

    ValueSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param unknown accounts whose value nothing can tell
    record Total(
            int accounts,
            int unknown,
            @Nullable Long value,
            @Nullable Long margin,
            @Nullable Long atRisk) {}

    /// @param name null for accounts without one
    record Part(@Nullable String name, int accounts, long value, long before) {}

    Total total(LocalDate asOf) {
        return jdbc.sql("""
                select cast(count(*) as integer) as accounts,
                       cast(count(*) filter (where value is null) as integer) as unknown,
                       cast(sum(value) as bigint) as value, cast(sum(margin) as bigint) as margin,
                       cast(sum(at_risk) filter (where rhythm in ('late', 'silent') or falling or narrowing or fading)
                            as bigint) as at_risk
                from portfolio.account_value where as_of = :asOf
                """)
                .param("asOf", asOf)
                .query(RecordRows.of(Total.class))
                .single();
    }

    Optional<Bridge> bridge(LocalDate asOf) {
        return jdbc.sql("""
                select (select max(r.as_of) from portfolio.value_run r where r.as_of < :asOf) as before,
                       cast(sum(was) as bigint) as opening,
                       cast(coalesce(sum(now) filter (where was = 0), 0) as bigint) as added,
                       cast(sum(least(was, now)) as bigint) as kept,
                       cast(coalesce(sum(now - was) filter (where was > 0 and now > was), 0) as bigint) as grown,
                       cast(coalesce(sum(was - now) filter (where now > 0 and now < was), 0) as bigint) as shrunk,
                       cast(coalesce(sum(was) filter (where now = 0), 0) as bigint) as lost,
                       cast(sum(now) as bigint) as closing,
                       cast(count(*) filter (where was = 0 and now > 0) as integer) as newcomers,
                       cast(count(*) filter (where was > 0 and now > was) as integer) as growing,
                       cast(count(*) filter (where now > 0 and now < was) as integer) as shrinking,
                       cast(count(*) filter (where was > 0 and now = 0) as integer) as leavers
                from %BOTH%
                having count(*) > 0 and exists (select 1 from portfolio.value_run r where r.as_of < :asOf)
                """.replace("%BOTH%", BOTH))
                .param("asOf", asOf)
                .query(RecordRows.of(Bridge.class))
                .optional();
    }

    List<Part> by(LocalDate asOf, ValueCut cut) {
        String sql = """
                select %NAME% as name, cast(count(*) filter (where now > 0) as integer) as accounts,
                       cast(sum(now) as bigint) as value, cast(sum(was) as bigint) as before
                from %BOTH%
                join accounts.pub_account a on a.id = v.account_id
                %JOIN%
                group by 1
                order by sum(now) desc, 1
                limit 20
                """.replace("%NAME%", cut.name()).replace("%BOTH%", BOTH).replace("%JOIN%", cut.join());
        return jdbc.sql(sql)
                .param("asOf", asOf)
                .query(RecordRows.of(Part.class))
                .list();
    }
}
