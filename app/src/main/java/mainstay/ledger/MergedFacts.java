package mainstay.ledger;

import java.sql.SQLException;
import java.time.Duration;
import mainstay.accounts.AccountsChanging;
import mainstay.accounts.AccountsReattributed;
import mainstay.accounts.GroupChanged;
import mainstay.shared.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves facts with the accounts they belong to.
@Component
class MergedFacts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient database;

    MergedFacts(JdbcClient database) {
        this.database = database;
    }

    /// Waits for an import that is being published, but not for long.
    @EventListener
    void on(AccountsChanging changing) {
        patience(PATIENCE.toMillis());
        try {
            database.sql("select pg_advisory_xact_lock(hashtext('ledger.publish'))::text")
                    .query()
                    .singleRow();
        } catch (DataAccessException failed) {
            throw isLate(failed) ? new Problem.Busy(PATIENCE, "merge.importRunning") : failed;
        }
        patience(0);
    }

    @EventListener
    void on(AccountsReattributed moved) {
        database.sql("select ledger.reattribute(:from, :to, :booked)")
                .param("from", moved.from())
                .param("to", moved.to())
                .param("booked", moved.booked().toArray(Long[]::new))
                .query(Long.class)
                .single();
        advance();
    }

    /// Sums by groups are anew from here.
    @EventListener
    void on(GroupChanged changed) {
        advance();
    }

    private void advance() {
        database.sql("select ledger.advance(null)").query(Long.class).single();
    }

    /// What a file brought under the code of a merged account goes on to the one that stands for it.
    void follow() {
        database.sql("select ledger.follow_merges()").query(Long.class).single();
    }

    private static boolean isLate(DataAccessException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private void patience(long milliseconds) {
        database.sql("select set_config('lock_timeout', :time, true)")
                .param("time", milliseconds + "ms")
                .query(String.class)
                .single();
    }
}
