package mainstay.dossier.document;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.shared.Patience;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves documents with the accounts they belong to.
@Component
class MergedDocuments implements AccountBelongings {

    private final JdbcClient database;
    private final Documents documents;
    private final Patience patience;

    MergedDocuments(JdbcClient database, Documents documents, Patience patience) {
        this.database = database;
        this.documents = documents;
        this.patience = patience;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return List.of(new Belonging("document.title", documents.count(accountId), null));
    }

    @EventListener
    void on(AccountsReattributed moved) {
        patience.with(
                "merge.archiveBusy",
                () -> database.sql("select dossier.reattribute_documents(:from, :to, :booked)")
                        .param("from", moved.from())
                        .param("to", moved.to())
                        .param("booked", moved.booked().toArray(Long[]::new))
                        .query(Long.class)
                        .single());
    }
}
