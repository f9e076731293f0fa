package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plans that end soon and that none follows yet: for the account's manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class EndingPlanWork implements WorkSource {

    private static final String RULE = "plan-ending";
    private static final int AHEAD = 30;
    private static final int PRESSING = 7;
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Clock clock;

    EndingPlanWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Ending(
            long id,
            String title,
            String account,
            LocalDate until,
            @Nullable Long revenue) {}

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public List<Work> work() {
        Actor actor = Acting.actor();
        if (!actor.is(Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return database
                .sql("""
                        select p.id, p.title, a.name as account, p.period_to as until, s.revenue
                        from planning.plan p
                        join accounts.pub_account a on a.id = p.account_id and a.closed_on is null
                             and (a.manager_id = :user or :all and a.manager_id is null)
                        left join portfolio.pub_account_standing s on s.account_id = a.id
                        where p.state <> 'closed' and p.period_to between :today and :last
                          and not exists (select from planning.plan n
                                          where n.account_id = p.account_id and n.state <> 'closed' and n.period_to > p.period_to)
                        order by p.period_to, p.id limit :most
                        """)
                .param("today", today)
                .param("last", today.plusDays(AHEAD))
                .param("user", actor.id())
                .param("all", actor.is(Role.DIRECTOR))
                .param("most", MOST)
                .query(RecordRows.of(Ending.class))
                .list()
                .stream()
                .map(ending -> work(ending, today))
                .toList();
    }

    private static Work work(Ending ending, LocalDate today) {
        Work work = new Work(
                RULE,
                String.valueOf(ending.id()),
                "/plans/" + ending.id(),
                "work.planEnding.title",
                List.of(ending.title(), ending.account()),
                "work.planEnding.reason",
                List.of(ending.until()),
                ending.revenue(),
                ending.until().isAfter(today.plusDays(PRESSING)) ? 1 : 2,
                ending.until());
        return work.due(ending.until());
    }
}
