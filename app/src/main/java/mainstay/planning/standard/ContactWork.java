package mainstay.planning.standard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AskedOfManagers;
import mainstay.planning.PlanTimes;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts with which we were not in touch for longer than their stars ask: key accounts and those with a plan, for
/// their manager, and for a director where there is none. Nothing is asked before somebody writes contacts down.
@Component
@Transactional(readOnly = true)
class ContactWork implements WorkSource {

    static final String RULE = "contact-late";
    private static final int PLANNED = 14;

    private final AskedOfManagers asked;
    private final Clock clock;

    ContactWork(AskedOfManagers asked, Clock clock) {
        this.asked = asked;
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
    public int told() {
        return AskedOfManagers.TOLD;
    }

    @Override
    public List<Work> work() {
        LocalDate today = LocalDate.now(clock);
        return asked.rows(LATE, Map.of("today", today, "soon", today.plusDays(PLANNED)), Late.class).stream()
                .map(late -> work(late, today))
                .toList();
    }

    private static Work work(Late late, LocalDate today) {
        LocalDate last = late.contactOn();
        long since = last == null ? 0 : ChronoUnit.DAYS.between(last, today);
        boolean silent = last == null || 2 * since > 3L * late.days();
        return Work.of(
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
                select p.account_id from planning.plan p where %s)
            select a.code, a.name, s.revenue, t.contact_days as days, c.done_on as contact_on
            from watched w
            join accounts.pub_account a on a.id = w.account_id and %s
            left join rating.pub_stars r on r.account_id = a.id
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
            """.formatted(PlanTimes.runs("p"), AskedOfManagers.MINE);
}
