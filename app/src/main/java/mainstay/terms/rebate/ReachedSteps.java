package mainstay.terms.rebate;

import java.time.LocalDate;
import java.util.List;
import mainstay.rating.finding.RebateSteps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The steps that accounts have reached, for the test that looks for purchases ahead of them. Findings are read by
/// everybody who sees the account, so confidential ladders stay out; of a mix and of a group single accounts reach
/// none.
@Repository
@Transactional(readOnly = true)
class ReachedSteps implements RebateSteps {

    private final JdbcClient database;

    ReachedSteps(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<RebateStep> endingBetween(LocalDate from, LocalDate to) {
        return database.sql("""
                        select r.account_id, r.counts_from, r.counts_to,
                               round(case r.basis when 'revenue' then s.threshold * 10000
                                                  else r.reference * (1 + s.threshold) end)::bigint as revenue
                        from terms.rebate r
                        join terms.ladder_step s on s.version_id = r.version_id and s.place = greatest(r.reached, 1)
                        where r.counts_to between :from and :to and not r.confidential and not r.whole_group
                          and not r.gives_way and not r.only_booked
                          and (r.basis = 'revenue' or r.basis = 'growth' and r.reference is not null)
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new RebateStep(
                        row.getLong("account_id"),
                        row.getObject("counts_from", LocalDate.class),
                        row.getObject("counts_to", LocalDate.class),
                        row.getLong("revenue")))
                .list();
    }

    @Override
    public long revision() {
        return database.sql("select coalesce(max(id), 0) from terms.accrual_run")
                .query(Long.class)
                .single();
    }
}
