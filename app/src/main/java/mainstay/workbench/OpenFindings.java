package mainstay.workbench;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Findings with strong evidence that nobody has judged, those about most money first. Directors and credit
/// controllers judge; whoever looks after the account should know before.
@Component
class OpenFindings implements WorkSource {

    private static final int MOST = 12;
    private static final int THIS_WEEK = 2;

    private final JdbcClient database;

    OpenFindings(JdbcClient database) {
        this.database = database;
    }

    private record Open(long id, String test, String name, long money, String year, String quarter, LocalDate since) {}

    @Override
    public Set<String> rules() {
        return Set.of("finding");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.CONTROLLER, Role.KAM)) {
            return List.of();
        }
        boolean judges = Acting.actor().is(Role.DIRECTOR, Role.CONTROLLER);
        return database.sql("""
                        select f.id, f.test, a.name, f.money, to_char(f.period_from, 'YYYY') as year,
                               to_char(f.period_from, 'Q') as quarter, identity.pub_day(f.found_at) as since
                        from rating.pub_finding f join accounts.pub_card a on a.id = f.account_id
                        where f.strength = 3 and f.verdict is null and not f.withdrawn
                        order by f.money desc, f.id
                        limit :most
                        """).param("most", COUNTED + 1).query(RecordRows.of(Open.class)).list().stream()
                .map(open -> work(open, judges))
                .toList();
    }

    private static Work work(Open open, boolean judges) {
        return Work.of(
                "finding",
                String.valueOf(open.id()),
                "/findings/" + open.id(),
                judges ? "work.finding.title" : "work.finding.titleToKnow",
                List.of(open.name()),
                judges ? "work.finding.reason" : "work.finding.reasonToKnow",
                List.of(Text.of("findings.test." + open.test()), new Money(open.money()), open.year(), open.quarter()),
                open.money(),
                THIS_WEEK,
                open.since());
    }
}
