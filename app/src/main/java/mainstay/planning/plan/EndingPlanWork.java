package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.accounts.AskedOfManagers;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plans that end soon and that none follows yet: for the account's manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class EndingPlanWork implements WorkSource {

    private static final String RULE = "plan-ending";
    private static final int AHEAD = 30;
    private static final int PRESSING = 7;

    private final AskedOfManagers asked;
    private final Clock clock;

    EndingPlanWork(AskedOfManagers asked, Clock clock) {
        this.asked = asked;
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
    public int told() {
        return AskedOfManagers.TOLD;
    }

    @Override
    public List<Work> work() {
        LocalDate today = LocalDate.now(clock);
        return asked.rows(ENDING, Map.of("today", today, "last", today.plusDays(AHEAD)), Ending.class).stream()
                .map(ending -> work(ending, today))
                .toList();
    }

    private static Work work(Ending ending, LocalDate today) {
        return Work.of(
                        RULE,
                        String.valueOf(ending.id()),
                        "/plans/" + ending.id(),
                        "work.planEnding.title",
                        List.of(ending.title(), ending.account()),
                        "work.planEnding.reason",
                        List.of(ending.until()),
                        ending.revenue(),
                        ending.until().isAfter(today.plusDays(PRESSING)) ? 1 : 2,
                        ending.until())
                .due(ending.until());
    }

    private static final String ENDING = """
            select p.id, p.title, a.name as account, p.period_to as until, s.revenue
            from planning.plan p
            join accounts.pub_account a on a.id = p.account_id and %s
            left join portfolio.pub_account_standing s on s.account_id = a.id
            where p.state <> 'closed' and p.period_to between :today and :last
              and not exists (select from planning.plan n
                              where n.account_id = p.account_id and n.state <> 'closed' and n.period_to > p.period_to)
            order by p.period_to, p.id limit :most
            """.formatted(AskedOfManagers.MINE);
}
