package mainstay.planning.work;

import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Effects that were measured, as far as the reader may see them.
@Service
@Transactional(readOnly = true)
public class ItemEffects {

    private static final String COLUMNS = """
            select e.item_id, w.metric, e.verdict, e.lack, e.found, e.needed, e.level_before, e.level_after, e.level_expected,
                   e.change, e.low, e.high, e.comparables, e.confidence, e.measured_at
            from planning.effect e join planning.work_item w on w.id = e.item_id and w.metric is not null
            """;

    private final JdbcClient database;

    ItemEffects(JdbcClient database) {
        this.database = database;
    }

    public Optional<ItemEffect> of(long item) {
        return database.sql(COLUMNS + "where e.item_id = :item")
                .param("item", item)
                .query(RecordRows.of(ItemEffect.class))
                .optional();
    }

    public List<ItemEffect> ofPlan(long plan) {
        return database.sql(COLUMNS + "where w.plan_id = :plan")
                .param("plan", plan)
                .query(RecordRows.of(ItemEffect.class))
                .list();
    }
}
