package mainstay.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.Sql;
import mainstay.shared.WorkSource.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The word of the person for whom the transaction runs; the policy hides everybody else's.
@Repository
class WorkStates {

    private final JdbcClient database;

    WorkStates(JdbcClient database) {
        this.database = database;
    }

    List<WorkState> own() {
        return database.sql("""
                        select rule, subject, done_at, snoozed_until, handed_to, reason, since, urgency, money
                        from workbench.work_state
                        """).query(WorkStates::state).list();
    }

    void keepDone(Work work, Instant now) {
        keep(work, now, null, null, null, now);
    }

    void keepSnoozed(Work work, LocalDate until, String reason, Instant now) {
        keep(work, null, until, null, reason, now);
    }

    void keepHanded(Work work, long to, Instant now) {
        keep(work, null, null, to, null, now);
    }

    void forget(String rule, String subject) {
        database.sql("""
                        delete from workbench.work_state
                        where user_id = identity.uid() and rule = :rule and subject = :subject
                        """).param("rule", rule).param("subject", subject).update();
    }

    private void keep(
            Work work,
            @Nullable Instant doneAt,
            @Nullable LocalDate until,
            @Nullable Long to,
            @Nullable String reason,
            Instant now) {
        database.sql("""
                        insert into workbench.work_state
                            (user_id, rule, subject, done_at, snoozed_until, handed_to, reason, since, urgency, money, changed_at)
                        values (identity.uid(), :rule, :subject, :doneAt, :until, :to, :reason, :since, :urgency, :money, :now)
                        on conflict (user_id, rule, subject) do update
                        set done_at = excluded.done_at, snoozed_until = excluded.snoozed_until, handed_to = excluded.handed_to,
                            reason = excluded.reason, since = excluded.since, urgency = excluded.urgency,
                            money = excluded.money, changed_at = excluded.changed_at
                        """)
                .param("rule", work.rule())
                .param("subject", work.subject())
                .param("doneAt", doneAt == null ? null : Sql.timestamp(doneAt))
                .param("until", until)
                .param("to", to)
                .param("reason", reason)
                .param("since", work.since())
                .param("urgency", work.urgency())
                .param("money", work.money())
                .param("now", Sql.timestamp(now))
                .update();
    }

    private static WorkState state(ResultSet row, int number) throws SQLException {
        return new WorkState(
                row.getString("rule"),
                row.getString("subject"),
                Sql.instant(row, "done_at"),
                Sql.date(row, "snoozed_until"),
                Sql.number(row, "handed_to"),
                row.getString("reason"),
                Sql.date(row, "since"),
                row.getInt("urgency"),
                Sql.number(row, "money"));
    }
}
