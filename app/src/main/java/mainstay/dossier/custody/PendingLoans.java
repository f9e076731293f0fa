package mainstay.dossier.custody;

import java.util.List;
import mainstay.accounts.AccountsReattributed;
import mainstay.approvals.Approvals;
import mainstay.shared.RecordRows;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests wait for whoever answers for the archive by now, not for who did when they were asked.
@Component
@Transactional
class PendingLoans {

    private final JdbcClient database;
    private final Approvals approvals;
    private final Custodies custodies;

    PendingLoans(JdbcClient database, Approvals approvals, Custodies custodies) {
        this.database = database;
        this.approvals = approvals;
        this.custodies = custodies;
    }

    private record Asked(long id, long accountId) {}

    /// Of everything that the person for whom this runs sees.
    void follow() {
        List<Asked> asked = database.sql(
                        "select id, account_id from dossier.pub_loan where state = 'asked' order by id")
                .query(RecordRows.of(Asked.class))
                .list();
        asked.forEach(loan ->
                approvals.handTo(LoanDesk.BORROWING, String.valueOf(loan.id()), custodies.holders(loan.accountId())));
    }

    @EventListener
    void on(AccountsReattributed moved) {
        database.sql("select dossier.reattribute_loans(:from, :to, :booked)")
                .param("from", moved.from())
                .param("to", moved.to())
                .param("booked", moved.booked().toArray(Long[]::new))
                .query(Long.class)
                .single();
        follow();
    }
}
