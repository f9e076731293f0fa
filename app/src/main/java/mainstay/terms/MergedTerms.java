package mainstay.terms;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.shared.Patience;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves what was agreed, and what was asked about credit, with the accounts it belongs to.
@Component
class MergedTerms implements AccountBelongings {

    private final JdbcClient database;
    private final Patience patience;
    private final ApplicationEventPublisher events;

    MergedTerms(JdbcClient database, Patience patience, ApplicationEventPublisher events) {
        this.database = database;
        this.patience = patience;
        this.events = events;
    }

    @Override
    public List<Belonging> of(long accountId) {
        long agreements = database.sql("select count(*) from terms.agreement where account_id = :account")
                .param("account", accountId)
                .query(Long.class)
                .single();
        return List.of(new Belonging("merge.agreements", agreements, null));
    }

    /// Waits for runs that are under way, and lets the next ones wait for the merge.
    @EventListener
    void on(AccountsReattributed moved) {
        patience.with(
                "merge.reckoning",
                () -> database.sql("select terms.reattribute(:from, :to, :booked)")
                        .param("from", moved.from())
                        .param("to", moved.to())
                        .param("booked", moved.booked().toArray(Long[]::new))
                        .query(Long.class)
                        .single());
        events.publishEvent(new TermsChanged());
    }
}
