package mainstay.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import mainstay.shared.web.TextForm;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The kept requests; who sees which is up to the policies.
@Repository
class Requests {

    private static final String APPROVAL = """
            select r.id, r.kind, r.subject, r.account_id, r.stars, r.amount, r.title, r.link, r.reason, r.requested_by,
                   r.requester, r.requested_at, r.maximum_hours, r.status, r.ended_at, r.reach
            from approvals.request r
            """;

    private static final String MINE = "exists (select 1 from approvals.own_step o where o.request_id = r.id)";

    private final JdbcClient database;

    Requests(JdbcClient database) {
        this.database = database;
    }

    long add(ApprovalWish wish, RuleBook.Rule rule, int maximumHours, Requester requester, Instant now) {
        return database.sql("""
                        insert into approvals.request
                            (kind, subject, account_id, stars, amount, title, link, reason, requested_by, requester,
                             requested_at, rule_version, maximum_hours, status, reach, asked_users, asked_roles,
                             own_roles, custodian_ids)
                        values (:kind, :subject, :account, :stars, :amount, cast(:title as jsonb), :link, :reason, :by, :name,
                                :now, :version, :hours, 'pending', :reach, '{}', '{}', nullif(cast(:own as text[]), '{}'),
                                :custodians)
                        returning id
                        """)
                .param("kind", wish.kind())
                .param("subject", wish.subject())
                .param("account", wish.accountId())
                .param("stars", wish.tier())
                .param("amount", wish.amount())
                .param("title", TextForm.written(wish.title()))
                .param("link", wish.link())
                .param("reason", wish.reason())
                .param("by", requester.id())
                .param("name", requester.name())
                .param("now", Sql.timestamp(now))
                .param("version", rule.version())
                .param("hours", maximumHours)
                .param("reach", wish.reach())
                .param("own", wish.ownRoles().toArray(String[]::new))
                .param("custodians", wish.custodians().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /// A pending request waits for other custodians from now on.
    void handTo(String kind, String subject, List<Long> custodians) {
        database.sql("select approvals.hand_to_custodians(:kind, :subject, :custodians)::text")
                .param("kind", kind)
                .param("subject", subject)
                .param("custodians", custodians.toArray(Long[]::new))
                .query()
                .singleRow();
    }

    /// The roles that alone may know of a request; empty where it is no secret.
    List<String> ownRoles(long id) {
        return database.sql("select unnest(own_roles) as role from approvals.request where id = :id")
                .param("id", id)
                .query((row, number) -> row.getString("role"))
                .list();
    }

    /// Whoever is asked by a step sees the request.
    void noteAsked(long id) {
        database.sql("""
                        update approvals.request
                        set asked_users = array(select s.user_id from approvals.step s
                                                where s.request_id = :id and s.user_id is not null),
                            asked_roles = array(select s.role from approvals.step s
                                                where s.request_id = :id and s.role is not null)
                        where id = :id
                        """).param("id", id).update();
    }

    /// The database holds requests against the rule in force and the people there are once they are written down. Asked
    /// now, and not at the end, so that whoever asks is told in words.
    ///
    /// @throws Problem.Conflict where either was changed since it was read
    void demandByRule() {
        try {
            database.sql("set constraints approvals.asked_by_rule immediate").update();
        } catch (DataIntegrityViolationException overtaken) {
            Problem.Conflict conflict = new Problem.Conflict("approvals.ruleMoved");
            conflict.initCause(overtaken);
            throw conflict;
        }
        database.sql("set constraints approvals.asked_by_rule deferred").update();
    }

    /// The request. Nobody else changes one that is pending until the transaction ends; one that is over
    /// nobody changes.
    Optional<Approval> held(long id) {
        return database.sql(APPROVAL + "where r.id = :id for update")
                .param("id", id)
                .query(Requests::approval)
                .optional()
                .or(() -> byId(id));
    }

    Optional<Approval> byId(long id) {
        return database.sql(APPROVAL + "where r.id = :id")
                .param("id", id)
                .query(Requests::approval)
                .optional();
    }

    /// The last one for a subject.
    Optional<Approval> latest(String kind, String subject) {
        return database.sql(APPROVAL + "where r.kind = :kind and r.subject = :subject order by r.id desc limit 1")
                .param("kind", kind)
                .param("subject", subject)
                .query(Requests::approval)
                .optional();
    }

    /// Pending ones that wait for the reader, the most urgent first.
    List<Approval> waitingForMe(int most) {
        return database.sql(APPROVAL + "where r.status = 'pending' and " + MINE + """

                        order by r.requested_at + r.maximum_hours * interval '1 hour', r.id limit :most
                        """)
                .param("most", most)
                .query(Requests::approval)
                .list();
    }

    /// When those who are asked for some requests were last reminded.
    Map<Long, Instant> reminded(List<Long> ids) {
        Map<Long, Instant> reminded = new HashMap<>();
        database.sql("""
                        select request_id, max(reminded_at) as reminded_at from approvals.step
                        where request_id = any(:ids) and decision is null and reminded_at is not null group by request_id
                        """).param("ids", ids.toArray(Long[]::new)).query(row -> {
            reminded.put(row.getLong("request_id"), Objects.requireNonNull(Sql.instant(row, "reminded_at")));
        });
        return reminded;
    }

    /// Pending ones that the reader knows of and nobody who is there can decide, the most urgent first.
    List<Approval> unattended(int most) {
        return database.sql(APPROVAL + """
                        where r.status = 'pending'
                          and exists (select 1 from approvals.unattended_step u where u.request_id = r.id)
                        order by r.requested_at + r.maximum_hours * interval '1 hour', r.id limit :most
                        """)
                .param("most", most)
                .query(Requests::approval)
                .list();
    }

    List<Approval> mine(int most) {
        return database.sql(APPROVAL + """
                        where r.requested_by = identity.uid() order by (r.status = 'pending') desc, r.id desc limit :most
                        """)
                .param("most", most)
                .query(Requests::approval)
                .list();
    }

    /// @param status `pending` or `ended`
    List<Approval> all(String status, int most, int skipped) {
        return database.sql(APPROVAL + """
                        where (r.status = 'pending') = (:status = 'pending') order by r.id desc limit :most offset :skipped
                        """)
                .param("status", status)
                .param("most", most)
                .param("skipped", skipped)
                .query(Requests::approval)
                .list();
    }

    /// Pending ones of somebody, as far as the reader knows of them, the oldest first.
    List<Approval> pendingOf(long person) {
        return database.sql(APPROVAL + "where r.requested_by = :person and r.status = 'pending' order by r.id")
                .param("person", person)
                .query(Requests::approval)
                .list();
    }

    /// Takes one back in the place of who asked.
    ///
    /// @return its number; empty where none was pending
    Optional<Long> withdrawFor(String kind, String subject) {
        return database.sql("select approvals.withdraw_for(:kind, :subject) as id")
                .param("kind", kind)
                .param("subject", subject)
                .query((row, number) -> Optional.ofNullable(Sql.number(row, "id")))
                .single();
    }

    List<Approval> ofAccount(long account, int most) {
        return database.sql(APPROVAL + "where r.account_id = :account order by r.id desc limit :most")
                .param("account", account)
                .param("most", most)
                .query(Requests::approval)
                .list();
    }

    List<Approval> pendingOf(long account, int most) {
        return database.sql(
                        APPROVAL
                                + "where r.account_id = :account and r.status = 'pending' order by r.requested_at, r.id limit :most")
                .param("account", account)
                .param("most", most)
                .query(Requests::approval)
                .list();
    }

    void end(long id, Approval.Status status, Instant now) {
        database.sql("update approvals.request set status = :status, ended_at = :now where id = :id")
                .param("status", status.code())
                .param("now", Sql.timestamp(now))
                .param("id", id)
                .update();
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                Sql.number(row, "account_id"),
                row.getObject("stars", Integer.class),
                Sql.number(row, "amount"),
                TextForm.read(row.getString("title")),
                row.getString("link"),
                row.getString("reason"),
                Sql.number(row, "requested_by"),
                row.getString("requester"),
                Objects.requireNonNull(Sql.instant(row, "requested_at")),
                row.getInt("maximum_hours"),
                Approval.Status.of(row.getString("status")),
                Sql.instant(row, "ended_at"),
                row.getInt("reach"));
    }
}
