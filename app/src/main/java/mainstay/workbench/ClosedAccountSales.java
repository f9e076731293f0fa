package mainstay.workbench;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts that are closed and buy nevertheless: files are taken as they come, and somebody has to look.
@Component
class ClosedAccountSales implements WorkSource {

    private static final String RULE = "closed-account-sales";
    private static final int MOST = 20;

    private final JdbcClient database;
    private final AccountLinks links;

    ClosedAccountSales(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Sales(String code, String name, LocalDate closedOn, LocalDate last, long amount) {}

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.CONTROLLER, Role.ADMINISTRATOR)) {
            return List.of();
        }
        return database.sql("""
                        select a.code, a.name, a.closed_on, max(d.day) as last, sum(d.net_amount)::bigint as amount
                        from accounts.pub_card a
                        join ledger.pub_account_day d on d.account_id = a.id and d.day >= a.closed_on
                        where a.closed_on is not null
                        group by a.code, a.name, a.closed_on having sum(d.net_amount) <> 0
                        order by amount desc limit :most
                        """).param("most", COUNTED + 1).query(DataClassRowMapper.newInstance(Sales.class)).stream()
                .map(this::entry)
                .toList();
    }

    private Work entry(Sales sales) {
        return Work.of(
                RULE,
                sales.code(),
                links.to(sales.code()),
                "work.closedSales.title",
                List.of(sales.name()),
                "work.closedSales.reason",
                List.of(sales.closedOn(), new Money(sales.amount()), sales.last()),
                sales.amount(),
                1,
                null);
    }
}
