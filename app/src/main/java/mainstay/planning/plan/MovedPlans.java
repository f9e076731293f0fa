package mainstay.planning.plan;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets needs and plans follow their accounts.
@Component
class MovedPlans implements AccountBelongings {

    private final JdbcClient database;

    MovedPlans(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return List.of(
                new Belonging("merge.needs", count("need", accountId), null),
                new Belonging("merge.plans", count("plan", accountId), null),
                new Belonging("merge.workItems", count("work_item", accountId), null));
    }

    private long count(String table, long account) {
        return database.sql("select count(*) from planning." + table + " where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @EventListener
    void on(AccountsReattributed moved) {
        database.sql("select planning.reattribute(:from, :to, :booked)")
                .param("from", moved.from())
                .param("to", moved.to())
                .param("booked", moved.booked().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
