package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// In how many categories accounts bought in the last twelve months, against the twelve before.
@Repository
class Assortments {
    private final JdbcClient jdbc;

    Assortments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param lostShare what the lost categories brought before, of everything
    record Change(
            long account, int lost, int gained, @Nullable Double lostShare) {

        boolean narrows() {
            return lost > gained;
        }
    }

    /// Accounts that bought in both years, as far as lines name categories.
    Map<Long, Change> until(LocalDate asOf) {
        Map<Long, Change> changes = new HashMap<>();
        jdbc.sql("""
                select account_id as account,
                       cast(count(*) filter (where was > 0 and now <= 0) as integer) as lost,
                       cast(count(*) filter (where was <= 0 and now > 0) as integer) as gained,
                       cast(sum(was) filter (where was > 0 and now <= 0) as double precision)
                           / nullif(sum(was) filter (where was > 0), 0) as lost_share
                from (select l.account_id, l.category,
                             coalesce(sum(l.amount) filter (where l.date <= :middle), 0) as was,
                             coalesce(sum(l.amount) filter (where l.date > :middle), 0) as now
                      from ledger.pub_sales_line l
                      where l.account_id is not null and l.category is not null and not l.credit
                        and l.amount > 0 and l.date > :start and l.date <= :end
                      group by l.account_id, l.category) bought
                group by account_id
                having sum(was) > 0 and sum(now) > 0
                """)
                .param("start", asOf.minusMonths(24))
                .param("middle", asOf.minusMonths(12))
                .param("end", asOf)
                .query(RecordRows.of(Change.class))
                .list()
                .forEach(change -> changes.put(change.account(), change));
        return changes;
    }
}
