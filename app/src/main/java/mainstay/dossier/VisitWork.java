package mainstay.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts that this person is going to see within two weeks and of which something known is out of date: then is the
/// time to ask.
@Component
@Transactional(readOnly = true)
class VisitWork implements WorkSource {

    private static final String RULE = "facts-before-visit";
    private static final int AHEAD = 14;
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Clock clock;

    VisitWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Coming(
            String code,
            String name,
            LocalDate onDay,
            int old,
            LocalDate since,
            @Nullable Long revenue) {}

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        Long user = Acting.actor().id();
        if (user == null) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return database
                .sql(COMING)
                .param("user", user)
                .param("today", today)
                .param("last", today.plusDays(AHEAD))
                .param("most", COUNTED + 1)
                .query(RecordRows.of(Coming.class))
                .list()
                .stream()
                .map(coming -> work(coming, today))
                .toList();
    }

    private static Work work(Coming coming, LocalDate today) {
        return Work.of(
                        RULE,
                        coming.code() + "/" + coming.onDay(),
                        AccountCard.pathOf(coming.code()) + "/" + DossierPanels.ARCHIVE,
                        "work.visit.title",
                        List.of(coming.name(), coming.onDay()),
                        "work.visit.reason",
                        List.of(coming.old(), coming.since()),
                        coming.revenue(),
                        coming.onDay().isAfter(today.plusDays(1))
                                ? coming.onDay().isAfter(today.plusDays(7)) ? 1 : 2
                                : 3,
                        coming.since())
                .due(coming.onDay());
    }

    /// Mails and calls are no visits: only what takes place with people of theirs in one room. The moments are wider
    /// than the days, whatever the zone, and are what the index knows.
    private static final String COMING = """
            with coming as materialized (
                select x.account_id, min(x.on_day) as on_day
                from activity.pub_activity x
                where x.user_id = :user and x.state = 'planned' and not x.internal and x.on_day between :today and :last
                  and x.starts_at between cast(:today as date) - 2 and cast(:last as date) + 2 and x.kind not in ('call', 'mail')
                group by x.account_id)
            select a.code, a.name, c.on_day, f.old, f.since, s.revenue
            from coming c
            join accounts.pub_card a on a.id = c.account_id
            cross join lateral (
                select count(*)::int as old, min(x.stale_on) as since
                from dossier.fact x join dossier.field d on d.id = x.field_id and d.retired_at is null
                where x.account_id = c.account_id and x.current and x.retired_at is null and x.stale_on <= c.on_day) f
            left join portfolio.pub_account_standing s on s.account_id = a.id
            where f.old > 0
            order by c.on_day, s.revenue desc nulls last, a.code limit :most
            """;
}
