package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What nobody has assessed at key accounts, or not for a long time.
@Service
@Transactional(readOnly = true)
public class AssessmentGaps {
    private final JdbcClient jdbc;
    private final Models models;

    AssessmentGaps(JdbcClient jdbc, Models models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /// An account with what is missing.
    ///
    /// @param missing criteria of the model in force without any mark
    /// @param old     those whose newest mark is older than the day that was asked for
    /// @param oldest  day of the oldest of these; null where there is none
    public record Gap(
            String code,
            String name,
            long revenue,
            int missing,
            int old,
            @Nullable LocalDate oldest) {}

    /// Key accounts, provisional ones included, that the reader may see; the largest first. Those whose
    /// philosophy is open are asked about elsewhere.
    ///
    /// @param since marks of an earlier day are old
    public List<Gap> since(LocalDate since, int most) {
        return jdbc.sql("""
                with key as (
                    select v.account_id, max(v.revenue) as revenue from rating.verdict v
                    where v.region = '' and v.status in ('key', 'provisional')
                    group by v.account_id having bool_and(v.philosophy_leg <> 'open')),
                marks as (
                    select k.account_id, k.revenue,
                           (select max(m.assessed_on) from rating.assessment m
                            where m.account_id = k.account_id and m.criterion = c.code) as newest
                    from key k cross join rating.criterion c
                    where c.version = :version and c.unit = 'mark')
                select a.code, a.name, m.revenue, count(*) filter (where m.newest is null)::int as missing,
                       count(*) filter (where m.newest < :since)::int as old, min(m.newest) filter (where m.newest < :since) as oldest
                from marks m join accounts.pub_card a on a.id = m.account_id
                group by a.code, a.name, m.revenue
                having bool_or(m.newest is null or m.newest < :since)
                order by m.revenue desc, a.code limit :most
                """)
                .param("version", models.inForce().version())
                .param("since", since)
                .param("most", most)
                .query(RecordRows.of(Gap.class))
                .list();
    }
}
