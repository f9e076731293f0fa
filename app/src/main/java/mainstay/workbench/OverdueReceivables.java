package mainstay.workbench;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Money that should have come in by the day to which the ledger reaches; disputed items are another matter.
@Component
class OverdueReceivables implements WorkSource {

    private static final int MOST = 20;
    private static final int VERY_LATE = 60;
    private static final int LATE = 30;

    private final JdbcClient database;
    private final AccountLinks links;

    OverdueReceivables(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Debt(String code, String name, long overdue, long items, LocalDate oldest, int days) {}

    @Override
    public Set<String> rules() {
        return Set.of("overdue");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM)) {
            return List.of();
        }
        return database.sql("""
                        with paid as (
                            select t.receivable_id, sum(t.amount) as amount
                            from ledger.pub_settlement t cross join ledger.pub_state s
                            where t.paid_on <= s.data_to
                            group by t.receivable_id),
                        open as (
                            select r.account_id, r.due, r.amount - coalesce(p.amount, 0) as amount, s.data_to
                            from ledger.pub_receivable r
                            cross join ledger.pub_state s
                            left join paid p on p.receivable_id = r.id
                            where not r.disputed and r.due < s.data_to and r.issued <= s.data_to)
                        select a.code, a.name, sum(o.amount)::bigint as overdue, count(*) as items,
                               min(o.due) as oldest, max(o.data_to - o.due) as days
                        from open o join accounts.pub_card a on a.id = o.account_id
                        where o.amount > 0
                        group by a.code, a.name
                        order by sum(o.amount) desc
                        limit :most
                        """).param("most", COUNTED + 1).query(RecordRows.of(Debt.class)).list().stream()
                .map(this::work)
                .toList();
    }

    private Work work(Debt debt) {
        return Work.of(
                "overdue",
                debt.code(),
                links.to(debt.code(), "receivables"),
                "work.overdue.title",
                List.of(debt.name()),
                "work.overdue.reason",
                List.of(new Money(debt.overdue()), debt.items(), debt.days(), debt.oldest()),
                debt.overdue(),
                debt.days() >= VERY_LATE ? 3 : debt.days() >= LATE ? 2 : 1,
                debt.oldest());
    }
}
