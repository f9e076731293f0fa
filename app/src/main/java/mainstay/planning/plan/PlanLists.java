package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.identity.Acting;
import mainstay.planning.PlanTimes;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Plans in a list: what runs, what of it is due and overdue.
@Service
@Transactional(readOnly = true)
public class PlanLists {

    private static final int MOST = 200;
    private static final RecordRows<Line> LINE = RecordRows.of(Line.class);

    private final JdbcClient database;
    private final Clock clock;

    PlanLists(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One plan.
    ///
    /// @param toDo    pieces of work that are open or begun
    /// @param overdue of those, past their day
    /// @param nextDue of those, the first day that is due; null where nothing is
    public record Line(
            long id,
            String title,
            String accountCode,
            String accountName,
            LocalDate periodFrom,
            LocalDate periodTo,
            String state,
            int toDo,
            int overdue,
            @Nullable LocalDate nextDue,
            LocalDate reviewOn) {

        public boolean isOver(LocalDate today) {
            return periodTo.isBefore(today);
        }

        public String accountPath() {
            return AccountCard.pathOf(accountCode);
        }
    }

    /// What is listed.
    ///
    /// @param mine   accounts that the reader manages, or work that is theirs
    /// @param filter `all` that run or begin later, `running`, `overdue`, `review` or `ended`
    /// @param total  how many plans there are, also where fewer are listed
    public record Listing(List<Line> lines, long total, boolean mine, String filter, LocalDate today) {

        public boolean isCut() {
            return lines.size() < total;
        }
    }

    /// Which plans a filter is about. Work that is overdue waits also where the days of its plan are over.
    private static String listed(String filter) {
        return switch (filter) {
            case "running" -> PlanTimes.runs("p");
            case "ended" -> PlanTimes.ended("p");
            case "overdue" -> "p.state <> 'closed'";
            default -> PlanTimes.notOver("p");
        };
    }

    public Listing list(boolean mine, String filter) {
        LocalDate today = LocalDate.now(clock);
        List<Line> lines = new ArrayList<>();
        long[] total = {0};
        database.sql("""
                        with work as (
                            select w.plan_id, count(*) as to_do, count(*) filter (where w.due_on < :today) as overdue,
                                   min(w.due_on) as next_due,
                                   bool_or(w.responsible_id = :own or w.accountable_id = :own) as own
                            from planning.work_item w where w.state in ('open', 'doing') group by w.plan_id),
                        reviewed as (select r.plan_id, max(r.held_on) as held_on from planning.review r group by r.plan_id),
                        listed as (
                            select p.id, p.title, a.code as account_code, a.name as account_name, p.period_from, p.period_to, p.state,
                                   coalesce(w.to_do, 0) as to_do, coalesce(w.overdue, 0) as overdue, w.next_due,
                                   coalesce(r.held_on, p.period_from) + h.days as review_on
                            from planning.plan p
                            join accounts.pub_account a on a.id = p.account_id
                            left join work w on w.plan_id = p.id
                            left join reviewed r on r.plan_id = p.id
                            left join rating.pub_stars s on s.account_id = p.account_id
                            join planning.review_rhythm h on h.stars = coalesce(s.stars, 0)
                            where %s and (not :mine or a.manager_id = :own or w.own))
                        select l.*, count(*) over () as total from listed l
                        where :filter <> 'overdue' and :filter <> 'review' or :filter = 'overdue' and l.overdue > 0
                           or :filter = 'review' and l.review_on <= :today
                        order by l.overdue = 0, l.next_due nulls last, l.account_name, l.id limit :most
                        """.formatted(listed(filter)))
                .param("today", today)
                .param("own", Acting.actor().id() == null ? -1 : Acting.actor().id())
                .param("mine", mine)
                .param("filter", filter)
                .param("most", MOST)
                .query(row -> {
                    total[0] = row.getLong("total");
                    lines.add(LINE.mapRow(row, lines.size()));
                });
        return new Listing(lines, total[0], mine, filter, today);
    }
}
