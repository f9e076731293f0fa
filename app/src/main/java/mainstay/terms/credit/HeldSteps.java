package mainstay.terms.credit;

import java.time.Clock;
import mainstay.approvals.Approval;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what people do about held orders.
@Component
@Transactional
public class HeldSteps {

    /// How the subject of a request to let a held order go begins; its number follows.
    public static final String SUBJECT = "held/";

    private final JdbcClient database;
    private final Clock clock;

    HeldSteps(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A request about a held order was decided, or taken back.
    public void decide(Approval approval) {
        long check = Long.parseLong(approval.subject().substring(SUBJECT.length()));
        add(check, approval.status() == Approval.Status.GRANTED ? "released" : "refused", null, approval.reason());
    }

    void add(long check, String step, @Nullable Long amount, String note) {
        database.sql("""
                        insert into terms.held_step (check_id, account_id, step, amount, note, author, at)
                        select c.id, c.account_id, :step, :amount, :note, :author, :at
                        from terms.credit_check c where c.id = :check
                        """)
                .param("check", check)
                .param("step", step)
                .param("amount", amount)
                .param("note", note)
                .param("author", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }
}
