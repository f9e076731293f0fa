package mainstay.workbench;

import java.time.LocalDate;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts that have not bought for longer than they use to.
@Component
class LateBuyers implements WorkSource {

    private static final int MOST = 12;

    private final JdbcClient database;
    private final AccountLinks links;

    LateBuyers(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Late(
            String code,
            String name,
            boolean silent,
            LocalDate lastPurchase,
            int gapDays,
            int lateAfter,
            LocalDate lateSince,
            long revenue) {}

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        return database.sql("""
                        select a.code, a.name, s.rhythm = 'silent' as silent, s.last_purchase, s.gap_days,
                               ceil(s.late_after)::integer as late_after,
                               s.last_purchase + ceil(s.late_after)::integer as late_since, s.revenue
                        from portfolio.pub_standing s
                        join accounts.pub_account a on a.id = s.account_id and a.closed_on is null
                        where s.scope = 'account' and s.rhythm in ('late', 'silent') and s.revenue > 0
                        order by s.revenue desc
                        limit :most
                        """).param("most", MOST).query(DataClassRowMapper.newInstance(Late.class)).list().stream()
                .map(this::work)
                .toList();
    }

    private Work work(Late account) {
        return new Work(
                "late-in-rhythm",
                account.code(),
                links.to(account.code()),
                account.silent() ? "work.silent.title" : "work.late.title",
                List.of(account.name()),
                "work.late.reason",
                List.of(account.lastPurchase(), account.gapDays(), account.lateAfter(), new Money(account.revenue())),
                account.revenue(),
                account.silent() ? 2 : 1,
                account.lateSince());
    }
}
