package mainstay.dossier.document;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.accounts.people.PeopleErased;
import mainstay.accounts.people.PeopleReattributed;
import mainstay.shared.Patience;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets documents follow their accounts and people.
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
        move("select dossier.reattribute_documents(:from, :to, :booked)", moved.from(), moved.to(), moved.booked());
    }

    @EventListener
    void on(PeopleReattributed moved) {
        move("select dossier.follow_documents(:from, :to, :booked)", moved.from(), moved.to(), moved.booked());
    }

    private void move(String how, long from, long to, List<Long> booked) {
        patience.with(
                "merge.archiveBusy",
                () -> database.sql(how)
                        .param("from", from)
                        .param("to", to)
                        .param("booked", booked.toArray(Long[]::new))
                        .query(Long.class)
                        .single());
    }

    @EventListener
    void on(PeopleErased erased) {
        database.sql("select dossier.forget_documents(:people)::text")
                .param("people", erased.people().toArray(Long[]::new))
                .query()
                .singleRow();
    }
}
