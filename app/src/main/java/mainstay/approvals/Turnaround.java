package mainstay.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How long decisions take, kind by kind and rule by rule: a new version of a rule starts a row of its own,
/// so that before and after stand below each other.
@Repository
class Turnaround {

    private final JdbcClient database;

    Turnaround(JdbcClient database) {
        this.database = database;
    }

    /// Requests asked since a day, withdrawn ones and those that nobody had to decide left out.
    @Transactional(readOnly = true)
    public List<TurnaroundRow> since(Instant day) {
        return database.sql("""
                        with asked as (
                            select r.id, r.kind, r.rule_version, r.status, r.maximum_hours, r.requested_at, r.ended_at,
                                   extract(epoch from r.ended_at - r.requested_at) / 3600 as hours
                            from approvals.request r
                            where r.requested_at >= :day and r.status <> 'withdrawn'
                              and exists (select 1 from approvals.step s where s.request_id = r.id)),
                        steps as (
                            select a.kind, a.rule_version,
                                   percentile_cont(0.5) within group (
                                       order by extract(epoch from s.taken_at - s.opened_at) / 3600) as waiting,
                                   percentile_cont(0.5) within group (
                                       order by extract(epoch from s.decided_at - s.taken_at) / 3600) as working
                            from asked a join approvals.step s on s.request_id = a.id
                            where s.decided_by is not null
                            group by a.kind, a.rule_version)
                        select a.kind, a.rule_version, u.changed_at,
                               count(*) filter (where a.status <> 'pending') as decided,
                               count(*) filter (where a.status = 'pending') as pending,
                               percentile_cont(0.5) within group (order by a.hours) as median,
                               percentile_cont(0.9) within group (order by a.hours) as ninetieth,
                               min(s.waiting) as waiting, min(s.working) as working,
                               count(*) filter (where coalesce(a.ended_at, identity.clock())
                                                      > a.requested_at + a.maximum_hours * interval '1 hour') as late
                        from asked a
                        join approvals.rule u on u.kind = a.kind and u.version = a.rule_version
                        left join steps s on s.kind = a.kind and s.rule_version = a.rule_version
                        group by a.kind, a.rule_version, u.changed_at
                        order by a.kind, a.rule_version
                        """)
                .param("day", Sql.timestamp(day))
                .query((row, number) -> new TurnaroundRow(
                        row.getString("kind"),
                        row.getInt("rule_version"),
                        Objects.requireNonNull(Sql.instant(row, "changed_at")),
                        row.getLong("decided"),
                        row.getLong("pending"),
                        row.getObject("median", Double.class),
                        row.getObject("ninetieth", Double.class),
                        row.getObject("waiting", Double.class),
                        row.getObject("working", Double.class),
                        row.getLong("late")))
                .list();
    }
}
