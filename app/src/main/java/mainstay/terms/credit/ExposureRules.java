package mainstay.terms.credit;

import java.util.Map;
import mainstay.activity.Timeline;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the firm's choice of what counts against a limit.
@Service
@Transactional
public class ExposureRules {

    private final JdbcClient database;
    private final Timeline timeline;

    ExposureRules(JdbcClient database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    public ExposureForm form() {
        return ExposureForm.of(inForce());
    }

    ExposureRule inForce() {
        return database.sql(
                        "select receivables, orders, undelivered, reservation_days, revision from terms.exposure_rule")
                .query(RecordRows.of(ExposureRule.class))
                .single();
    }

    /// The form again; nothing is stored where it is refused.
    public ExposureForm settle(ExposureForm form) {
        ExposureForm checked = form.checked();
        if (checked.isRefused()) {
            return checked;
        }
        int changed = database.sql("""
                        update terms.exposure_rule
                        set receivables = :receivables, orders = :orders, undelivered = :undelivered,
                            reservation_days = :days, revision = revision + 1
                        where revision = :revision
                        """)
                .param("receivables", checked.countsReceivables())
                .param("orders", checked.countsOrders())
                .param("undelivered", checked.countsUndelivered())
                .param("days", checked.days())
                .param("revision", checked.revision())
                .update();
        if (changed == 0) {
            throw new Problem.Conflict("terms.measures.moved");
        }
        timeline.note(null, "terms.exposure", Map.of("days", String.valueOf(checked.days())));
        return checked;
    }
}
