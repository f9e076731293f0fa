package mainstay.terms.collection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps who a debtor is by the law on late payment, and says what its lateness costs.
@Service
@Transactional
public class DebtorDesk {

    private final JdbcClient database;
    private final Debtors debtors;
    private final Timeline timeline;
    private final Clock clock;

    DebtorDesk(JdbcClient database, Debtors debtors, Timeline timeline, Clock clock) {
        this.database = database;
        this.debtors = debtors;
        this.timeline = timeline;
        this.clock = clock;
    }

    private record Late(@Nullable Long interest, int tooLong) {}

    @Transactional(readOnly = true)
    public LateView of(long account) {
        LocalDate asOf = debtors.asOf();
        boolean small = debtors.isProtected();
        Late late = database.sql("""
                        select sum(terms.late_interest(i.open, i.daily, cast(:asOf as date) - i.late_from))::bigint as interest,
                               count(*) filter (where i.late_from < i.due) as too_long
                        from (select r.due, (r.amount - coalesce((select sum(s.amount) from ledger.pub_settlement s
                                                          where s.receivable_id = r.id and s.paid_on <= :asOf), 0))::bigint as open,
                                     coalesce(d.daily_interest,
                                              case when :small and d.kind in ('largeEnterprise', 'publicBody') then 0.0005 end) as daily,
                                     terms.late_from(case when :small then d.kind end, r.issued, r.due, r.acceptance) as late_from
                              from ledger.pub_receivable r
                              left join terms.current_debtor d on d.account_id = r.account_id
                              where r.account_id = :account and r.issued <= :asOf) i
                        where i.open > 0
                        """)
                .param("asOf", asOf)
                .param("small", small)
                .param("account", account)
                .query((row, number) -> new Late(Sql.number(row, "interest"), row.getInt("too_long")))
                .single();
        return new LateView(asOf, form(account), small, late.interest(), late.tooLong());
    }

    private DebtorForm form(long account) {
        return database.sql("select kind, daily_interest from terms.current_debtor where account_id = :account")
                .param("account", account)
                .query((row, number) -> DebtorForm.of(row.getString("kind"), row.getBigDecimal("daily_interest")))
                .optional()
                .orElseGet(() -> new DebtorForm("", ""));
    }

    /// @return why fields cannot be taken; nothing was kept while there is one
    public Map<String, Text> keep(long account, DebtorForm form) {
        Map<String, Text> refusals = form.refusals();
        if (refusals.isEmpty()) {
            record(account, form);
        }
        return refusals;
    }

    private void record(long account, DebtorForm form) {
        BigDecimal daily = form.daily().orElse(null);
        database.sql("""
                        insert into terms.debtor (account_id, kind, daily_interest, author, recorded_at)
                        values (:account, :kind, :daily, :author, :at)
                        """)
                .param("account", account)
                .param("kind", form.chosen())
                .param("daily", daily)
                .param("author", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
        timeline.note(account, "terms.debtor", Map.of("textKind", "debtor.kind." + form.chosen()));
    }
}
