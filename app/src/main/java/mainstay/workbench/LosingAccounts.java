package mainstay.workbench;

import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts that cost more than they bring: somebody has to decide what becomes of them.
@Component
class LosingAccounts implements WorkSource {

    private static final int MOST = 12;

    private final JdbcClient database;
    private final AccountLinks links;

    LosingAccounts(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Loss(String code, String name, long loss, long revenue, long orders) {}

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        return database.sql("""
                        select a.code, a.name, -s.profit as loss, s.revenue, s.orders
                        from portfolio.pub_standing s
                        join accounts.pub_account a on a.id = s.account_id and a.closed_on is null
                        where s.scope = 'account' and s.profit < 0
                        order by s.profit
                        limit :most
                        """).param("most", MOST).query(DataClassRowMapper.newInstance(Loss.class)).list().stream()
                .map(this::work)
                .toList();
    }

    private Work work(Loss account) {
        return new Work(
                "loss-maker",
                account.code(),
                links.to(account.code()),
                "work.loss.title",
                List.of(account.name()),
                "work.loss.reason",
                List.of(new Money(account.loss()), new Money(account.revenue()), account.orders()),
                account.loss(),
                1,
                null);
    }
}
