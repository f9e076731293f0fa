package mainstay.workbench;

import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts that still buy in their rhythm, but clearly less than a year before.
@Component
class FallingAccounts implements WorkSource {

    private static final int MOST = 12;

    private final JdbcClient database;
    private final AccountLinks links;

    FallingAccounts(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Falling(String code, String name, long revenue, long previous, double fall) {}

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        return database
                .sql("""
                        select a.code, a.name, s.revenue, s.previous_revenue as previous,
                               1 - s.revenue::double precision / s.previous_revenue as fall
                        from portfolio.pub_standing s
                        join accounts.pub_account a on a.id = s.account_id and a.closed_on is null
                        where s.scope = 'account' and s.rhythm = 'onTime' and s.previous_revenue > 0
                          and s.revenue < 0.7 * s.previous_revenue
                        order by s.previous_revenue - s.revenue desc
                        limit :most
                        """)
                .param("most", MOST)
                .query(DataClassRowMapper.newInstance(Falling.class))
                .list()
                .stream()
                .map(this::work)
                .toList();
    }

    private Work work(Falling account) {
        long lost = account.previous() - account.revenue();
        return new Work(
                "mover-down",
                account.code(),
                links.to(account.code()),
                "work.falling.title",
                List.of(account.name()),
                "work.falling.reason",
                List.of(account.fall(), new Money(account.previous()), new Money(account.revenue())),
                lost,
                1,
                null);
    }
}
