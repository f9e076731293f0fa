package mainstay.planning.standard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

/// Accounts with which we were not in touch for longer than their stars ask: key accounts and those with a plan, for
/// their manager, and for a director where there is none. Nothing is asked before somebody writes contacts down.
@Component
@Transactional(readOnly = true)
class ContactWork implements WorkSource {

    static final String RULE = "contact-late";
    private static final int MOST = 20;
    private static final int PLANNED = 14;

    private final JdbcClient database;
    private final Clock clock;

    ContactWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param contactOn null where no contact was ever written down
    private record Late(
            String code,
            String name,
            @Nullable Long revenue,
            int days,
            @Nullable LocalDate contactOn) {

        String path() {
            return AccountCard.pathOf(code) + "/activities";
        }
    }

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
                .sql(LATE)
                .param("today", today)
                .param("soon", today.plusDays(PLANNED))
                .param("user", actor.id())
                .param("all", actor.is(Role.DIRECTOR))
                .param("most", MOST)
                .query(RecordRows.of(Late.class))
                .list()
                .stream()
                .map(late -> work(late, today))
                .toList();
    }

    private static Work work(Late late, LocalDate today) {
        LocalDate last = late.contactOn();
        long since = last == null ? 0 : ChronoUnit.DAYS.between(last, today);
        boolean silent = last == null || 2 * since > 3L * late.days();
        return new Work(
                RULE,
                late.code(),
                late.path(),
                silent ? "work.contact.silent" : "work.contact.title",
                List.of(late.name()),
                last == null ? "work.contact.never" : "work.contact.reason",
                last == null ? List.of(late.days()) : List.of(last, since, late.days()),
                late.revenue(),
                silent ? 2 : 1,
                last == null ? null : last.plusDays(late.days() + 1L));
    }

    private static final String LATE = """
            with watched as materialized (
                select k.account_id from rating.pub_key_account k
                union
                select p.account_id from planning.plan p
                where p.state <> 'closed' and cast(:today as date) between p.period_from and p.period_to)
            select a.code, a.name, s.revenue, t.contact_days as days, c.done_on as contact_on
            from watched w
            join accounts.pub_account a on a.id = w.account_id and a.closed_on is null
                 and (a.manager_id = :user or :all and a.manager_id is null)
            left join rating.pub_rating r on r.account_id = a.id
            join planning.tier_standard t on t.stars = coalesce(r.stars, 0)
            left join portfolio.pub_account_standing s on s.account_id = a.id
            cross join lateral (
                select max(x.on_day) filter (where x.state = 'done') as done_on,
                       min(x.on_day) filter (where x.state = 'planned' and x.on_day >= :today) as planned_on
                from activity.pub_activity x where x.account_id = a.id and not x.internal) c
            where coalesce(c.done_on + t.contact_days < :today, true) and coalesce(c.planned_on > :soon, true)
              and (c.done_on is not null
                   or exists (select from activity.pub_activity x where x.state = 'done' and not x.internal))
            order by s.revenue desc nulls last, a.code limit :most
            """;
}
