package mainstay.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Key accounts of which something important is not known, or was known too long ago. Nothing is asked before
/// somebody has written the first fact.
@Component
@Transactional(readOnly = true)
class DossierWork implements WorkSource {

    private static final int MOST = 10;

    private final JdbcClient database;
    private final Clock clock;

    DossierWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Due(
            String code,
            String name,
            @Nullable Long revenue,
            int missing,
            int old,
            @Nullable LocalDate since) {}

    @Override
    public Set<String> rules() {
        return Set.of("archive-due");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        return database
                .sql(DUE)
                .param("today", LocalDate.now(clock))
                .param("most", COUNTED + 1)
                .query(RecordRows.of(Due.class))
                .list()
                .stream()
                .map(DossierWork::work)
                .toList();
    }

    private static Work work(Due due) {
        return Work.of(
                "archive-due",
                due.code(),
                AccountCard.pathOf(due.code()) + "/" + DossierPanels.ARCHIVE,
                "work.archive.title",
                List.of(due.name()),
                due.old() == 0 ? "work.archive.missing" : due.missing() == 0 ? "work.archive.old" : "work.archive.both",
                List.of(due.missing(), due.old()),
                due.revenue(),
                due.old() == 0 ? 0 : 1,
                due.since());
    }

    private static final String DUE = """
            with key as (
                select a.id, a.code, a.name, a.category, r.solid_stars, v.revenue
                from rating.pub_key_account v
                join accounts.pub_card a on a.id = v.account_id
                            and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                left join rating.pub_stars r on r.account_id = v.account_id
                where exists (select from dossier.fact)),
            asked as (
                select k.id, k.code, k.name, k.revenue, d.id as field_id
                from key k join dossier.field d
                  on d.weight >= 3 and d.kind <> 'read' and d.retired_at is null
                 and (d.categories is null or k.category = any (d.categories))
                 and (d.least_stars is null or k.solid_stars >= d.least_stars)
                 and dossier.level_of(k.id, d.part) >= greatest(d.sensitivity, 2))
            select q.code, q.name, q.revenue, count(*) filter (where f.id is null)::int as missing,
                   count(*) filter (where f.stale_on <= :today)::int as old, min(f.stale_on) filter (where f.stale_on <= :today) as since
            from asked q
            left join dossier.fact f on f.account_id = q.id and f.field_id = q.field_id and f.current and f.retired_at is null
            group by q.code, q.name, q.revenue
            having bool_or(f.id is null or f.stale_on <= :today)
            order by q.revenue desc nulls last, q.code limit :most
            """;
}
