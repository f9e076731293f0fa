package mainstay.ledger;

import mainstay.accounts.AccountsChanging;
import mainstay.accounts.AccountsReattributed;
import mainstay.accounts.GroupChanged;
import mainstay.shared.Patience;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves facts with the accounts they belong to.
@Component
class MergedFacts {

    private final JdbcClient database;
    private final Patience patience;

    MergedFacts(JdbcClient database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    /// Waits for an import that is being published, but not for long.
    @EventListener
    void on(AccountsChanging changing) {
        patience.with(
                "merge.importRunning",
                () -> database.sql("select pg_advisory_xact_lock(hashtext('ledger.publish'))::text")
                        .query()
                        .singleRow());
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
}
