package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mainstay.planning.PlanningRows;
import mainstay.planning.Written;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Plans with their goals and risks, as far as the reader may see them.
@Repository
@Transactional
class Plans {

    private static final String TABLE = "plan";
    private static final String COLUMNS = """
            select p.id, p.account_id, a.code as account_code, a.name as account_name, p.title, p.period_from, p.period_to, p.playbook,
                   p.former_id, p.understanding, p.competition, p.affinity, p.management, p.strengths, p.weaknesses, p.chances,
                   p.threats, p.state, p.edition, p.version, p.changed_by, p.changed_at
            from planning.plan p left join accounts.pub_card a on a.id = p.account_id
            """;
    private static final String GOALS = """
            select id, plan_id, account_id, metric, baseline, baseline_on, base, stretch, challenge, due_on, shared, why
            from planning.goal
            """;

    private final JdbcClient database;
    private final PlanningRows rows;
    private final Clock clock;

    Plans(JdbcClient database, Clock clock, PlanningRows rows) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Plan> of(long account) {
        return database.sql(COLUMNS + "where p.account_id = :account order by p.period_from desc, p.id desc limit 100")
                .param("account", account)
                .query(RecordRows.of(Plan.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Plan> byId(long id) {
        return database.sql(COLUMNS + "where p.id = :id")
                .param("id", id)
                .query(RecordRows.of(Plan.class))
                .optional();
    }

    /// The same, and nobody else writes it until the transaction ends.
    Optional<Plan> held(long id) {
        rows.hold(TABLE, id);
        return byId(id);
    }

    @Transactional(readOnly = true)
    public Optional<Long> bySubmission(UUID submission) {
        return rows.bySubmission(TABLE, submission);
    }

    long add(Map<String, @Nullable Object> columns) {
        return rows.addSigned(TABLE, columns);
    }

    /// Whether a goal or risk came of a form that was sent before.
    ///
    /// @param table `goal` or `risk`
    boolean isSent(String table, UUID submission) {
        return rows.bySubmission(table, submission).isPresent();
    }

    long addGoal(Map<String, @Nullable Object> columns) {
        columns.putIfAbsent(Written.SUBMISSION, UUID.randomUUID());
        return rows.add("goal", columns);
    }

    void addRisk(Map<String, @Nullable Object> columns) {
        columns.putIfAbsent(Written.SUBMISSION, UUID.randomUUID());
        rows.add("risk", columns);
    }

    /// Whatever is changed in an approved plan makes it a draft again.
    void change(long id, Map<String, @Nullable Object> columns) {
        rows.change(TABLE, id, columns);
    }

    @Transactional(readOnly = true)
    public List<Goal> goals(long plan) {
        return database.sql(GOALS + "where plan_id = :plan and dropped_at is null order by id")
                .param("plan", plan)
                .query(RecordRows.of(Goal.class))
                .list();
    }

    void dropGoal(long plan, long goal) {
        database.sql(
                        "update planning.goal set dropped_at = :at where id = :goal and plan_id = :plan and dropped_at is null")
                .param("goal", goal)
                .param("plan", plan)
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Risk> risks(long plan) {
        return database.sql("""
                        select id, what, likelihood, impact, counter from planning.risk
                        where plan_id = :plan and ended_at is null order by likelihood * impact desc, id
                        """)
                .param("plan", plan)
                .query(RecordRows.of(Risk.class))
                .list();
    }

    void endRisk(long plan, long risk) {
        database.sql(
                        "update planning.risk set ended_at = :at where id = :risk and plan_id = :plan and ended_at is null")
                .param("risk", risk)
                .param("plan", plan)
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    /// How much of an account the reader may see.
    @Transactional(readOnly = true)
    public int level(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /// What suits an account depends on how it buys.
    record Buying(boolean buys, boolean fading) {}

    @Transactional(readOnly = true)
    public Buying buying(long account) {
        return database.sql("""
                        select s.revenue > 0 as buys,
                               coalesce(s.rhythm in ('late', 'silent'), false)
                                   or coalesce(s.previous_revenue > 0 and 10 * s.revenue <= 8 * s.previous_revenue, false) as fading
                        from portfolio.pub_standing s where s.scope = 'account' and s.account_id = :account
                        """)
                .param("account", account)
                .query(RecordRows.of(Buying.class))
                .optional()
                .orElse(new Buying(false, false));
    }

    @Transactional(readOnly = true)
    public long count(long account) {
        return database.sql("""
                        select count(*) from planning.plan where account_id = :account
                        """).param("account", account).query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
