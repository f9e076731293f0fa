package mainstay.portfolio.profit;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves switching barriers with the accounts they belong to.
@Component
class MergedBarriers implements AccountBelongings {

    private final JdbcClient database;

    MergedBarriers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Belonging> of(long accountId) {
        long noted = database.sql("select count(*) from portfolio.switching_barrier where account_id = :account")
                .param("account", accountId)
                .query(Long.class)
                .single();
        return List.of(new Belonging("merge.barriers", noted, null));
    }

    @EventListener
    void on(AccountsReattributed moved) {
        database.sql("select portfolio.reattribute(:from, :to, :booked)")
                .param("from", moved.from())
                .param("to", moved.to())
                .param("booked", moved.booked().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
