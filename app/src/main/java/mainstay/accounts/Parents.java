package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who stood under whom, and what of it people said themselves.
@Repository
@Transactional
class Parents {

    private final JdbcClient database;

    Parents(JdbcClient database) {
        this.database = database;
    }

    /// As files and people have it now, to be changed from here.
    ParentSteps of(long child) {
        List<ParentStep> steps = byHand(child);
        return ParentSteps.of(steps.isEmpty() ? told(child) : steps);
    }

    boolean isByHand(long child) {
        return !byHand(child).isEmpty();
    }

    void keep(long child, ParentSteps steps) {
        leaveToFiles(child);
        for (ParentStep step : steps.all()) {
            database.sql("""
                            insert into accounts.parent_by_hand (child_id, valid_from, parent_id, holding)
                            values (:child, :from, cast(:parent as bigint), cast(:holding as numeric))
                            """)
                    .param("child", child)
                    .param("from", step.from())
                    .param("parent", step.parent())
                    .param("holding", step.holding())
                    .update();
        }
    }

    void leaveToFiles(long child) {
        database.sql("delete from accounts.parent_by_hand where child_id = :child")
                .param("child", child)
                .update();
    }

    private List<ParentStep> byHand(long child) {
        return database.sql("""
                        select valid_from, parent_id, holding from accounts.parent_by_hand
                        where child_id = :child order by valid_from
                        """)
                .param("child", child)
                .query((row, number) -> new ParentStep(
                        row.getObject("valid_from", LocalDate.class),
                        Sql.number(row, "parent_id"),
                        row.getBigDecimal("holding")))
                .list();
    }

    /// As files say it. Whoever was merged stays who the file meant, so that parting them brings the link back.
    private List<ParentStep> told(long child) {
        record Step(
                LocalDate from,
                LocalDate until,
                @Nullable Long parent,
                @Nullable BigDecimal holding) {}
        List<Step> told = database.sql("""
                        select s.since, s.until, s.parent_id, s.holding
                        from accounts.parents_told(array[:child]) s order by s.since
                        """)
                .param("child", child)
                .query((row, number) -> new Step(
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        Sql.number(row, "parent_id"),
                        row.getBigDecimal("holding")))
                .list();
        List<ParentStep> steps = new ArrayList<>();
        for (Step step : told) {
            steps.removeIf(known -> known.from().equals(step.from()));
            steps.add(new ParentStep(step.from(), step.parent(), step.holding()));
            if (!step.until().equals(LocalDate.MAX)) {
                steps.add(new ParentStep(step.until(), null, null));
            }
        }
        return steps;
    }
}
