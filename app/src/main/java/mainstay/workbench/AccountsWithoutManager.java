package mainstay.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts that nobody looks after: key ones by name, all others in one entry.
@Component
class AccountsWithoutManager implements WorkSource {

    private static final String RULE = "account-without-manager";
    private static final String OTHERS = "*";

    private final JdbcClient database;
    private final AccountLinks links;

    AccountsWithoutManager(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Orphan(String code, String name, long revenue) {}

    private record Others(long accounts, long revenue) {}

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.CONTROLLER, Role.ADMINISTRATOR)) {
            return List.of();
        }
        List<Work> work = new ArrayList<>();
        keyAccounts().forEach(orphan -> work.add(byName(orphan)));
        Others others = others();
        if (others.accounts() > 0) {
            work.add(together(others));
        }
        return work;
    }

    private List<Orphan> keyAccounts() {
        return database.sql("""
                        select a.code, a.name, s.revenue
                        from accounts.pub_card a
                        join rating.pub_rating r on r.account_id = a.id and r.status in ('key', 'provisional')
                        join portfolio.pub_standing s on s.scope = 'account' and s.account_id = a.id
                        where a.manager_code is null and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                        order by s.revenue desc
                        """).query(RecordRows.of(Orphan.class)).list();
    }

    private Others others() {
        return database.sql("""
                        select count(*) as accounts, coalesce(sum(s.revenue), 0)::bigint as revenue
                        from accounts.pub_card a
                        join portfolio.pub_standing s on s.scope = 'account' and s.account_id = a.id and s.revenue > 0
                        left join rating.pub_rating r on r.account_id = a.id
                        where a.manager_code is null and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                          and (r.status is null or r.status not in ('key', 'provisional'))
                        """).query(RecordRows.of(Others.class)).single();
    }

    private Work byName(Orphan orphan) {
        return Work.of(
                RULE,
                orphan.code(),
                links.to(orphan.code()),
                "work.orphan.title",
                List.of(orphan.name()),
                "work.orphan.reason",
                List.of(new Money(orphan.revenue())),
                orphan.revenue(),
                2,
                null);
    }

    private Work together(Others others) {
        return Work.of(
                RULE,
                OTHERS,
                "/accounts?manager=none",
                "work.orphans.title",
                List.of(others.accounts()),
                "work.orphans.reason",
                List.of(others.accounts(), new Money(others.revenue())),
                others.revenue(),
                0,
                null);
    }
}
