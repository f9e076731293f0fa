package mainstay.dossier.gift;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.accounts.people.PeopleErased;
import mainstay.accounts.people.PeopleReattributed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets gifts follow their accounts and people.
@Component
class MovedGifts implements AccountBelongings {

    private final JdbcClient database;
    private final Gifts gifts;

    MovedGifts(JdbcClient database, Gifts gifts) {
        this.database = database;
        this.gifts = gifts;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return List.of(new Belonging("merge.gifts", gifts.count(accountId), null));
    }

    @EventListener
    void on(AccountsReattributed moved) {
        move("select dossier.reattribute_gifts(:from, :to, :booked)", moved.from(), moved.to(), moved.booked());
    }

    @EventListener
    void on(PeopleReattributed moved) {
        move("select dossier.follow_gifts(:from, :to, :booked)", moved.from(), moved.to(), moved.booked());
    }

    private void move(String how, long from, long to, List<Long> booked) {
        database.sql(how)
                .param("from", from)
                .param("to", to)
                .param("booked", booked.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    @EventListener
    void on(PeopleErased erased) {
        database.sql("select dossier.forget_gift_words(:people)::text")
                .param("people", erased.people().toArray(Long[]::new))
                .query()
                .singleRow();
    }
}
