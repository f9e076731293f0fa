package mainstay.rating.decision;

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

/// Stars that somebody set and that end within two weeks: with them go the terms that rest on them. For the account's
/// manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class OverrideWork implements WorkSource {

    private static final String RULE = "stars-ending";
    private static final int AHEAD = 14;
    private static final int PRESSING = 3;
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Clock clock;

    OverrideWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record EndingStars(
            String code,
            String name,
            int stars,
            LocalDate endsOn,
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
                        select a.code, a.name, o.stars, o.ends_on, s.revenue
                        from rating.override o
                        join accounts.pub_account a on a.id = o.account_id and a.closed_on is null
                             and (a.manager_id = :user or :all and a.manager_id is null)
                        left join portfolio.pub_account_standing s on s.account_id = a.id
                        where o.status = 'granted' and o.stopped_on is null and o.starts_on <= :today
                          and o.ends_on between :today and :last
                          and not exists (select from rating.override n
                                          where n.account_id = o.account_id and n.id > o.id and n.status in ('granted', 'pending')
                                            and n.stopped_on is null and n.ends_on > o.ends_on)
                        order by o.ends_on, s.revenue desc nulls last, a.code limit :most
                        """)
                .param("today", today)
                .param("last", today.plusDays(AHEAD))
                .param("user", actor.id())
                .param("all", actor.is(Role.DIRECTOR))
                .param("most", MOST)
                .query(RecordRows.of(EndingStars.class))
                .list()
                .stream()
                .map(ending -> work(ending, today))
                .toList();
    }

    private static Work work(EndingStars ending, LocalDate today) {
        Work work = new Work(
                RULE,
                ending.code(),
                AccountCard.pathOf(ending.code()) + "/rating",
                "work.starsEnding.title",
                List.of(ending.name()),
                "work.starsEnding.reason",
                List.of(ending.stars(), ending.endsOn()),
                ending.revenue(),
                ending.endsOn().isAfter(today.plusDays(PRESSING)) ? 1 : 2,
                ending.endsOn());
        return work.due(ending.endsOn());
    }
}
