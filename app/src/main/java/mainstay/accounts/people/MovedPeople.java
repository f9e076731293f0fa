package mainstay.accounts.people;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.shared.Patience;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves positions with the accounts they are held at.
@Component
class MovedPeople implements AccountBelongings {

    private final JdbcClient database;
    private final Positions positions;
    private final Patience patience;

    MovedPeople(JdbcClient database, Positions positions, Patience patience) {
        this.database = database;
        this.positions = positions;
        this.patience = patience;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return List.of(new Belonging("merge.positions", positions.count(accountId), null));
    }

    @EventListener
    void on(AccountsReattributed moved) {
        patience.with(
                "merge.peopleBusy",
                () -> database.sql("select accounts.reattribute_people(:from, :to, :booked)")
                        .param("from", moved.from())
                        .param("to", moved.to())
                        .param("booked", moved.booked().toArray(Long[]::new))
                        .query(Long.class)
                        .single());
    }
}
