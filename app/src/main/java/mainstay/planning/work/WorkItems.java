package mainstay.planning.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mainstay.planning.PlanTimes;
import mainstay.planning.PlanningRows;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Work of plans, as far as the reader may see it.
@Repository
@Transactional
class WorkItems {

    private static final String TABLE = "work_item";
    private static final String COLUMNS = """
            select w.id, w.plan_id, p.title as plan_title, p.state = 'closed' as plan_closed, w.account_id, a.code as account_code, a.name as account_name, w.goal_id,
                   w.need_id, n.title as need, w.title, w.detail, w.form, w.hours,
                   w.responsible_id, r.name as responsible, not coalesce(r.enabled, false) as responsible_gone,
                   w.accountable_id, c.name as accountable, not coalesce(c.enabled, false) as accountable_gone,
                   w.starts_on, w.due_on, w.standard, w.state, w.done_on, w.metric, w.effect_from, w.effect_months, w.expected,
                   w.named_on, w.version, w.changed_by, w.changed_at
            from planning.work_item w
            join planning.plan p on p.id = w.plan_id
            left join accounts.pub_card a on a.id = w.account_id
            left join planning.need n on n.id = w.need_id
            left join identity.pub_user r on r.id = w.responsible_id
            left join identity.pub_user c on c.id = w.accountable_id
            """;

    private final JdbcClient database;
    private final PlanningRows rows;

    WorkItems(JdbcClient database, PlanningRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// @param state of the plan
    record PlanOf(long account, String title, LocalDate periodFrom, LocalDate periodTo, String state) {}

    @Transactional(readOnly = true)
    public Optional<PlanOf> plan(long plan) {
        return database.sql("""
                        select account_id as account, title, period_from, period_to, state from planning.plan where id = :plan
                        """)
                .param("plan", plan)
                .query(RecordRows.of(PlanOf.class))
                .optional();
    }

    /// The plan of an account that runs, an approved one first.
    @Transactional(readOnly = true)
    public Optional<Long> running(long account, LocalDate today) {
        return database.sql("""
                        select p.id from planning.plan p where p.account_id = :account and %s
                        order by p.state <> 'approved', p.period_from, p.id limit 1
                        """.formatted(PlanTimes.runs("p")))
                .param("account", account)
                .param("today", today)
                .query(Long.class)
                .optional();
    }

    /// A goal that work can be for.
    record GoalChoice(long id, String metric, LocalDate dueOn) {}

    @Transactional(readOnly = true)
    public List<GoalChoice> goals(long plan) {
        return database.sql("""
                        select id, metric, due_on from planning.goal where plan_id = :plan and dropped_at is null order by id
                        """)
                .param("plan", plan)
                .query(RecordRows.of(GoalChoice.class))
                .list();
    }

    @Transactional(readOnly = true)
    public List<WorkItem> of(long plan) {
        return database.sql(COLUMNS + "where w.plan_id = :plan order by w.starts_on, w.due_on, w.id")
                .param("plan", plan)
                .query(RecordRows.of(WorkItem.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<WorkItem> byId(long id) {
        return database.sql(COLUMNS + "where w.id = :id")
                .param("id", id)
                .query(RecordRows.of(WorkItem.class))
                .optional();
    }

    /// What somebody is asked for.
    ///
    /// @param standard what makes it done
    /// @param revenue  of the account in twelve months, in ten-thousandths
    record Due(
            long id,
            String title,
            @Nullable String account,
            String standard,
            LocalDate dueOn,
            @Nullable Long revenue) {}

    /// What the reader does or answers for that is due up to a day, of plans that run; the oldest first.
    @Transactional(readOnly = true)
    public List<Due> due(long user, LocalDate until, int most) {
        return database.sql("""
                        select w.id, w.title, a.name as account, w.standard, w.due_on, s.revenue
                        from planning.work_item w
                        join planning.plan p on p.id = w.plan_id
                        left join accounts.pub_card a on a.id = w.account_id
                        left join portfolio.pub_account_standing s on s.account_id = w.account_id
                        where w.state in ('open', 'doing') and w.due_on <= :until and p.state <> 'closed'
                          and (w.responsible_id = :user or w.accountable_id = :user)
                        order by w.due_on, w.id limit :most
                        """)
                .param("user", user)
                .param("until", until)
                .param("most", most)
                .query(RecordRows.of(Due.class))
                .list();
    }

    /// All that somebody does or answers for and that is not done, of plans that run; the oldest first.
    @Transactional(readOnly = true)
    public List<WorkItem> toDo(long user) {
        return database.sql(COLUMNS + """
                        where w.state in ('open', 'doing') and p.state <> 'closed'
                          and (w.responsible_id = :user or w.accountable_id = :user)
                        order by w.due_on, w.id
                        """)
                .param("user", user)
                .query(RecordRows.of(WorkItem.class))
                .list();
    }

    void hold(long id) {
        rows.hold(TABLE, id);
    }

    @Transactional(readOnly = true)
    public Optional<Long> bySubmission(UUID submission) {
        return rows.bySubmission(TABLE, submission);
    }

    long add(long plan, long account, Map<String, @Nullable Object> columns, UUID submission) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(columns);
        whole.put("plan_id", plan);
        whole.put("account_id", account);
        whole.put("submission", submission);
        return rows.addSigned(TABLE, whole);
    }

    void change(long id, Map<String, @Nullable Object> columns) {
        rows.change(TABLE, id, columns);
    }

    /// What each piece of work of a plan waits for.
    @Transactional(readOnly = true)
    public Map<Long, List<Long>> waits(long plan) {
        Map<Long, List<Long>> waits = new HashMap<>();
        database.sql("select item_id, waits_for_id from planning.dependency where plan_id = :plan order by 1, 2")
                .param("plan", plan)
                .query((row, number) -> waits.computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                        .add(row.getLong(2)))
                .list();
        return waits;
    }

    void waitFor(long item, long plan, long account, List<Long> others) {
        database.sql("delete from planning.dependency where item_id = :item and not (waits_for_id = any(:others))")
                .param("item", item)
                .param("others", others.toArray(Long[]::new))
                .update();
        database.sql("""
                        insert into planning.dependency (item_id, waits_for_id, plan_id, account_id)
                        select :item, o, :plan, :account from unnest(cast(:others as bigint[])) o
                        on conflict do nothing
                        """)
                .param("item", item)
                .param("plan", plan)
                .param("account", account)
                .param("others", others.toArray(Long[]::new))
                .update();
    }

    /// Who writes what waits for what in a plan waits for whoever does already.
    void holdDependencies(long plan) {
        database.sql("select pg_advisory_xact_lock(hashtext('planning.dependency'), hashint8(:plan))::text")
                .param("plan", plan)
                .query()
                .singleRow();
    }

    /// Work that was made of a decision of a review.
    void noteDecision(long decision, long plan, long item) {
        database.sql("""
                        update planning.decision set work_item_id = :item
                        where id = :decision and plan_id = :plan and work_item_id is null
                        """)
                .param("decision", decision)
                .param("plan", plan)
                .param("item", item)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean belongs(String table, long id, long account) {
        return database.sql("select exists (select 1 from planning." + (table.equals("goal") ? "goal" : "need")
                        + " where id = :id and account_id = :account)")
                .param("id", id)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// How much of an account the reader may see.
    @Transactional(readOnly = true)
    public int level(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }
}
