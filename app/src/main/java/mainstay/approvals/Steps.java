package mainstay.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The steps of requests, and what was said beside them.
@Repository
class Steps {

    private final JdbcClient database;

    Steps(JdbcClient database) {
        this.database = database;
    }

    /// A step as it is going to be asked.
    record Asked(
            int turn,
            @Nullable String role,
            @Nullable Long userId,
            @Nullable String insteadOf,
            boolean alone) {}

    void add(long request, List<Asked> steps) {
        steps.forEach(step -> database.sql("""
                        insert into approvals.step (request_id, turn, role, user_id, instead_of, alone)
                        values (:request, :turn, :role, :user, :instead, :alone)
                        """)
                .param("request", request)
                .param("turn", step.turn())
                .param("role", step.role())
                .param("user", step.userId())
                .param("instead", step.insteadOf())
                .param("alone", step.alone())
                .update());
    }

    /// Opens the steps of the earliest turn that is not decided yet, where none of it is open.
    ///
    /// @return whether there was one
    boolean openNext(long request, Instant now) {
        return database.sql("""
                        update approvals.step s set opened_at = :now
                        where s.request_id = :request and s.opened_at is null and s.decision is null
                          and s.turn = (select min(n.turn) from approvals.step n
                                        where n.request_id = :request and n.decision is null)
                        """)
                        .param("request", request)
                        .param("now", Sql.timestamp(now))
                        .update()
                > 0;
    }

    boolean isAnyOpen(long request) {
        return database.sql("""
                        select exists (select 1 from approvals.step
                                       where request_id = :request and opened_at is not null and decision is null)
                        """).param("request", request).query(Boolean.class).single();
    }

    List<Step> of(long request) {
        return database.sql("""
                        select s.id, s.turn, s.role, u.full_name as approver, s.instead_of, s.opened_at, s.taken_at,
                               s.decided_at, s.decision, s.decider, b.full_name as on_behalf_of, s.alone, s.remark,
                               s.reminders, exists (select 1 from approvals.own_step o where o.id = s.id) as mine,
                               exists (select 1 from approvals.unattended_step n where n.id = s.id) as unattended
                        from approvals.step s
                        left join identity.pub_user u on u.id = s.user_id
                        left join identity.pub_user b on b.id = s.on_behalf_of
                        where s.request_id = :request order by s.turn, s.id
                        """).param("request", request).query(Steps::step).list();
    }

    /// A request of which somebody may decide what is open.
    ///
    /// @param custodian whether as who answers for what it is about
    /// @param shared    whether there is somebody else for each of these steps
    record Held(long requestId, boolean custodian, boolean shared) {}

    /// What waits for somebody, as far as the reader knows of it, the oldest first.
    List<Held> heldBy(long person) {
        return database.sql("""
                        select r.id as request_id, bool_or(coalesce(s.role = 'custodian', false)) as custodian,
                               bool_and(exists (select 1 from identity.pub_user u
                                                where u.enabled and u.id <> p.id and u.id is distinct from r.requested_by
                                                  and approvals.holds(s.user_id, s.role, r.requested_by, r.own_roles, r.custodian_ids,
                                                                      u.id, u.role))) as shared
                        from approvals.step s
                        join approvals.request r on r.id = s.request_id and r.status = 'pending'
                        join identity.pub_user p
                          on p.id = :person
                         and approvals.holds(s.user_id, s.role, r.requested_by, r.own_roles, r.custodian_ids, p.id, p.role)
                        where s.opened_at is not null and s.decision is null
                          and (s.alone or r.requested_by is distinct from p.id)
                        group by r.id order by r.id
                        """)
                .param("person", person)
                .query(RecordRows.of(Held.class))
                .list();
    }

    /// Who could decide the steps for which nobody is there.
    List<Away> away(long request) {
        return database.sql("""
                        select distinct u.name, u.full_name, a.last_day
                        from approvals.unattended_step n
                        join approvals.step s on s.id = n.id
                        join approvals.request r on r.id = s.request_id
                        join identity.pub_user u on u.enabled and u.id is distinct from r.requested_by
                                                and approvals.holds(s.user_id, s.role, r.requested_by, r.own_roles,
                                                                    r.custodian_ids, u.id, u.role)
                        join identity.pub_away a on a.user_id = u.id
                        where n.request_id = :request order by a.last_day, u.name
                        """)
                .param("request", request)
                .query(RecordRows.of(Away.class))
                .list();
    }

    /// In whose name the reader decides a step: the own one where that is enough.
    ///
    /// @return nothing where it is not the reader's to decide
    Optional<Office> office(long step) {
        return database.sql("select on_behalf_of from approvals.own_step where id = :step")
                .param("step", step)
                .query((row, number) -> new Office(Sql.number(row, "on_behalf_of")))
                .optional();
    }

    /// @param onBehalfOf null for the own office
    record Office(@Nullable Long onBehalfOf) {}

    /// Whether the reader has said yes to the request in some step.
    boolean saidYes(long request) {
        return database.sql("""
                        select exists (select 1 from approvals.step
                                       where request_id = :request and decided_by = identity.uid() and decision = 'granted')
                        """).param("request", request).query(Boolean.class).single();
    }

    /// Who has decided some step of a request.
    Set<Long> deciders(long request) {
        Set<Long> deciders = new HashSet<>();
        database.sql("select decided_by from approvals.step where request_id = :request and decided_by is not null")
                .param("request", request)
                .query(row -> {
                    deciders.add(row.getLong("decided_by"));
                });
        return deciders;
    }

    /// Writes a decision down, unless somebody was faster.
    boolean decide(long step, Step.Decision decision, Decider decider, String remark, Instant now) {
        return database.sql("""
                        update approvals.step
                        set decision = :decision, decided_at = :now, taken_at = coalesce(taken_at, :now),
                            decided_by = identity.uid(), decider = :decider, on_behalf_of = :behalf, remark = nullif(:remark, '')
                        where id = :step and opened_at is not null and decision is null
                        """)
                        .param("decision", decision.code())
                        .param("now", Sql.timestamp(now))
                        .param("decider", decider.name())
                        .param("behalf", decider.onBehalfOf())
                        .param("remark", remark)
                        .param("step", step)
                        .update()
                > 0;
    }

    record Decider(String name, @Nullable Long onBehalfOf) {}

    /// What is not decided yet is not asked any more.
    void dropRest(long request, Instant now) {
        database.sql("""
                        update approvals.step set decision = 'dropped', decided_at = :now
                        where request_id = :request and decision is null
                        """)
                .param("request", request)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /// Somebody who may decide looks at it.
    void take(List<Long> steps, Instant now) {
        database.sql("update approvals.step set taken_at = :now where id = any(:steps) and taken_at is null")
                .param("steps", steps.toArray(Long[]::new))
                .param("now", Sql.timestamp(now))
                .update();
    }

    void handOver(long step, long user) {
        database.sql("update approvals.step set user_id = :user, role = null, taken_at = null where id = :step")
                .param("user", user)
                .param("step", step)
                .update();
    }

    /// @return whether none was sent since a moment
    boolean remind(long request, Instant since, Instant now) {
        return database.sql("""
                        update approvals.step set reminders = reminders + 1, reminded_at = :now
                        where request_id = :request and opened_at is not null and decision is null
                          and (reminded_at is null or reminded_at <= :since)
                        """)
                        .param("request", request)
                        .param("since", Sql.timestamp(since))
                        .param("now", Sql.timestamp(now))
                        .update()
                > 0;
    }

    void say(long request, Remark remark, @Nullable Long author) {
        database.sql("""
                        insert into approvals.remark (request_id, kind, author_id, author, text, at)
                        values (:request, :kind, :id, :author, :text, :at)
                        """)
                .param("request", request)
                .param("kind", remark.kind())
                .param("id", author)
                .param("author", remark.author())
                .param("text", remark.text())
                .param("at", Sql.timestamp(remark.at()))
                .update();
    }

    List<Remark> remarks(long request) {
        return database.sql(
                        "select kind, author, text, at from approvals.remark where request_id = :request order by id")
                .param("request", request)
                .query((row, number) -> new Remark(
                        row.getString("kind"),
                        row.getString("author"),
                        row.getString("text"),
                        Objects.requireNonNull(Sql.instant(row, "at"))))
                .list();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Step(
                row.getLong("id"),
                row.getInt("turn"),
                row.getString("role"),
                row.getString("approver"),
                row.getString("instead_of"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "taken_at"),
                Sql.instant(row, "decided_at"),
                decision == null ? null : Step.Decision.of(decision),
                row.getString("decider"),
                row.getString("on_behalf_of"),
                row.getBoolean("alone"),
                row.getString("remark"),
                row.getInt("reminders"),
                row.getBoolean("mine"),
                row.getBoolean("unattended"));
    }
}
