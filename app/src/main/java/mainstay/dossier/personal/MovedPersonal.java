package mainstay.dossier.personal;

import mainstay.accounts.AccountsReattributed;
import mainstay.accounts.people.PeopleErased;
import mainstay.accounts.people.PeopleReattributed;
import mainstay.shared.Patience;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets what is personal follow its accounts and people, and forgets it with them.
@Component
class MovedPersonal {

    private final JdbcClient database;
    private final Patience patience;

    MovedPersonal(JdbcClient database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    @EventListener
    void on(AccountsReattributed moved) {
        patience.with(
                "merge.peopleBusy",
                () -> database.sql("select dossier.reattribute_personal(:from, :to, :booked)")
                        .param("from", moved.from())
                        .param("to", moved.to())
                        .param("booked", moved.booked().toArray(Long[]::new))
                        .query(Long.class)
                        .single());
    }

    @EventListener
    void on(PeopleReattributed moved) {
        database.sql("select dossier.follow_person(:from, :to, :booked)")
                .param("from", moved.from())
                .param("to", moved.to())
                .param("booked", moved.booked().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    @EventListener
    void on(PeopleErased erased) {
        database.sql("select dossier.forget_people(:people)")
                .param("people", erased.people().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
