package mainstay.team;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets members and duties follow their accounts.
@Component
@Transactional
class MovedTeam implements AccountBelongings {

    private final JdbcClient database;

    MovedTeam(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return List.of(
                new Belonging(
                        "merge.members",
                        count("select count(*) from team.member where account_id = ?", accountId),
                        null),
                new Belonging(
                        "merge.duties", count("select count(*) from team.duty where account_id = ?", accountId), null));
    }

    private long count(String sql, long account) {
        return database.sql(sql).param(account).query(Long.class).single();
    }

    @EventListener
    void on(AccountsReattributed moved) {
        database.sql("select team.reattribute(:from, :to, :booked)")
                .param("from", moved.from())
                .param("to", moved.to())
                .param("booked", moved.booked().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
