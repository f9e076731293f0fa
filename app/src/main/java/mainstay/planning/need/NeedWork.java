package mainstay.planning.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Needs that nobody answered for a while: for the account's manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class NeedWork implements WorkSource {

    private static final String RULE = "need-unanswered";
    private static final int PATIENCE = 7;
    private static final int LONG = 30;
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Clock clock;

    NeedWork(JdbcClient database, Clock clock) {
        this.database = database;
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
    public List<Work> work() {
        Actor actor = Acting.actor();
        if (!actor.is(Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return database
                .sql("""
                        select n.id, n.title, a.code, a.name as account, n.priority, n.voiced_on, s.revenue
                        from planning.need n
                        join accounts.pub_account a on a.id = n.account_id and a.closed_on is null
                             and (a.manager_id = :user or :all and a.manager_id is null)
                        left join portfolio.pub_account_standing s on s.account_id = a.id
                        where n.state = 'open' and n.voiced_on <= :before
                          and num_nonnulls(n.answer, n.can_lead_days, n.can_batch, n.can_deliveries, n.can_cycle_days, n.can_price) = 0
                        order by n.priority, n.voiced_on, n.id limit :most
                        """)
                .param("before", today.minusDays(PATIENCE))
                .param("user", actor.id())
                .param("all", actor.is(Role.DIRECTOR))
                .param("most", MOST)
                .query(RecordRows.of(Unanswered.class))
                .list()
                .stream()
                .map(need -> work(need, today))
                .toList();
    }

    private static Work work(Unanswered need, LocalDate today) {
        boolean pressing =
                need.priority() == 1 || need.voicedOn().plusDays(LONG).isBefore(today);
        return new Work(
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
}
