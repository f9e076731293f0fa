package mainstay.dossier;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.shared.Patience;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves facts with the accounts they belong to.
@Component
class MergedDossiers implements AccountBelongings {

    private final JdbcClient database;
    private final Facts facts;
    private final Patience patience;

    MergedDossiers(JdbcClient database, Facts facts, Patience patience) {
        this.database = database;
        this.facts = facts;
        this.patience = patience;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return List.of(new Belonging("merge.archive", facts.count(accountId), null));
    }

    @EventListener
    void on(AccountsReattributed moved) {
        patience.with(
                "merge.archiveBusy",
                () -> database.sql("select dossier.reattribute(:from, :to, :booked)")
                        .param("from", moved.from())
                        .param("to", moved.to())
                        .param("booked", moved.booked().toArray(Long[]::new))
                        .query(Long.class)
                        .single());
    }
}
