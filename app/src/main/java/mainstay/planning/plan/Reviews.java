package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mainstay.accounts.AskedOfManagers;
import mainstay.identity.Acting;
import mainstay.planning.PlanTimes;
import mainstay.planning.PlanningRows;
import mainstay.planning.plan.Review.Decision;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reviews of plans and the rhythm in which they are due.
@Repository
@Transactional
class Reviews {

    private final JdbcClient database;
    private final PlanningRows rows;
    private final Clock clock;

    Reviews(JdbcClient database, Clock clock, PlanningRows rows) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /// A plan whose review is due.
    ///
    /// @param revenue of the account in twelve months, in ten-thousandths; null where it is unknown
    record Due(
            long planId,
            String title,
            @Nullable String account,
            LocalDate dueOn,
            int days,
            @Nullable Long revenue) {}

    @Transactional(readOnly = true)
    public List<Review> of(long plan) {
        return database.sql("""
                        select id, held_on, attendees, rating, summary, recorded_by from planning.review
                        where plan_id = :plan order by held_on desc, id desc
                        """)
                .param("plan", plan)
                .query(RecordRows.of(Review.class))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Decision> decisions(long plan) {
        return database.sql("""
                        select d.id, d.review_id, d.what, d.work_item_id as item, w.state
                        from planning.decision d left join planning.work_item w on w.id = d.work_item_id
                        where d.plan_id = :plan order by d.id
                        """)
                .param("plan", plan)
                .query(RecordRows.of(Decision.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Long> bySubmission(UUID submission) {
        return rows.bySubmission("review", submission);
    }

    long add(Plan plan, LocalDate heldOn, String attendees, int rating, @Nullable String summary, UUID submission) {
        return database.sql("""
                        insert into planning.review (plan_id, account_id, held_on, attendees, rating, summary, submission,
                                                     recorded_by, recorded_at)
                        values (:plan, :account, :held, :attendees, :rating, :summary, :submission, :by, :at) returning id
                        """)
                .param("plan", plan.id())
                .param("account", plan.accountId())
                .param("held", heldOn)
                .param("attendees", attendees)
                .param("rating", rating)
                .param("summary", summary)
                .param("submission", submission)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
    }

    void decide(Plan plan, long review, List<String> decisions) {
        database.sql("""
                        insert into planning.decision (review_id, plan_id, account_id, what)
                        select :review, :plan, :account, d.what
                        from unnest(cast(:decisions as text[])) with ordinality d(what, place) order by d.place
                        """)
                .param("review", review)
                .param("plan", plan.id())
                .param("account", plan.accountId())
                .param("decisions", decisions.toArray(String[]::new))
                .update();
    }

    /// When a plan is looked at next: its rhythm after the last review, or after its first day.
    @Transactional(readOnly = true)
    public LocalDate next(long plan) {
        return database.sql(DUE + "select d.due_on from due d where d.plan_id = :plan")
                .param("plan", plan)
                .query((row, number) -> row.getObject("due_on", LocalDate.class))
                .single();
    }

    private static final String DUE = """
            with due as (
                select p.id as plan_id, p.title, p.account_id, p.state, p.period_to, h.days,
                       coalesce(max(r.held_on), p.period_from) + h.days as due_on
                from planning.plan p
                left join rating.pub_stars s on s.account_id = p.account_id
                join planning.review_rhythm h on h.stars = coalesce(s.stars, 0)
                left join planning.review r on r.plan_id = p.id
                group by p.id, h.days)
            """;

    /// Those of which managers are asked.
    static final String ASKED = DUE + """
            select d.plan_id, d.title, a.name as account, d.due_on, d.days, s.revenue
            from due d
            join accounts.pub_account a on a.id = d.account_id and %s
            left join portfolio.pub_account_standing s on s.account_id = d.account_id
            where %s and d.due_on <= :until
            order by d.due_on, d.plan_id limit :most
            """.formatted(AskedOfManagers.MINE, PlanTimes.notOver("d"));
}
