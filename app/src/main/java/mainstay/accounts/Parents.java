package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.shared.Sql;
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
        return ParentSteps.of(steps.isEmpty() ? standing(child) : steps);
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

    private List<ParentStep> standing(long child) {
        record Link(LocalDate from, LocalDate until, long parent, BigDecimal holding) {}
        List<Link> links = database.sql("""
                        select valid_from, valid_to, parent_id, holding from accounts.parent_link
                        where child_id = :child order by valid_from
                        """)
                .param("child", child)
                .query((row, number) -> new Link(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getLong("parent_id"),
                        row.getBigDecimal("holding")))
                .list();
        List<ParentStep> steps = new ArrayList<>();
        for (Link link : links) {
            steps.removeIf(step -> step.from().equals(link.from()));
            steps.add(new ParentStep(link.from(), link.parent(), link.holding()));
            if (!link.until().equals(LocalDate.MAX)) {
                steps.add(new ParentStep(link.until(), null, null));
            }
        }
        return steps;
    }
}
