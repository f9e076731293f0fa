package mainstay.rating;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.shared.Patience;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves the marks people gave with the accounts they belong to.
@Component
class MergedMarks implements AccountBelongings {

    private final JdbcClient jdbc;
    private final Patience patience;

    MergedMarks(JdbcClient jdbc, Patience patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    @Override
    public List<Belonging> of(long accountId) {
        long marks = jdbc.sql("select count(*) from rating.assessment where account_id = :account")
                .param("account", accountId)
                .query(Long.class)
                .single();
        return List.of(new Belonging("merge.marks", marks, null));
    }

    /// Waits for what runs are writing, not for what they read: one that ends after the merge begins anew.
    @EventListener
    void on(AccountsReattributed moved) {
        patience.with(
                "merge.reckoning",
                () -> jdbc.sql("select rating.reattribute(:from, :to, :booked)")
                        .param("from", moved.from())
                        .param("to", moved.to())
                        .param("booked", moved.booked().toArray(Long[]::new))
                        .query(Long.class)
                        .single());
    }
}
