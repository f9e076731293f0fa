package mainstay.planning.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AskedOfManagers;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Needs that nobody answered for a while: for the account's manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class NeedWork implements WorkSource {

    private static final String RULE = "need-unanswered";
    private static final int PATIENCE = 7;
    private static final int LONG = 30;

    private final AskedOfManagers asked;
    private final Clock clock;

    NeedWork(AskedOfManagers asked, Clock clock) {
        this.asked = asked;
        this.clock = clock;
    }

    private record Unanswered(
            long id,
            String title,
            String code,
            String account,
            int priority,
            LocalDate voicedOn,
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
        return asked.rows(UNANSWERED, Map.of("before", today.minusDays(PATIENCE)), Unanswered.class).stream()
                .map(need -> work(need, today))
                .toList();
    }

    private static Work work(Unanswered need, LocalDate today) {
        boolean pressing =
                need.priority() == 1 || need.voicedOn().plusDays(LONG).isBefore(today);
        return Work.of(
                RULE,
                String.valueOf(need.id()),
                AccountCard.pathOf(need.code()) + "/" + NeedController.NEEDS + "/" + need.id(),
                "work.need.title",
                List.of(need.title(), need.account()),
                "work.need.reason",
                List.of(need.voicedOn()),
                need.revenue(),
                pressing ? 2 : 1,
                need.voicedOn());
    }

    private static final String UNANSWERED = """
            select n.id, n.title, a.code, a.name as account, n.priority, n.voiced_on, s.revenue
            from planning.need n
            join accounts.pub_account a on a.id = n.account_id and %s
            left join portfolio.pub_account_standing s on s.account_id = a.id
            where n.state = 'open' and n.voiced_on <= :before
              and num_nonnulls(n.answer, n.can_lead_days, n.can_batch, n.can_deliveries, n.can_cycle_days, n.can_price) = 0
            order by n.priority, n.voiced_on, n.id limit :most
            """.formatted(AskedOfManagers.MINE);
}
