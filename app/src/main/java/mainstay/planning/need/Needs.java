package mainstay.planning.need;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mainstay.planning.PlanningRows;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Needs as far as the reader may see them.
@Repository
@Transactional
class Needs {

    private static final String TABLE = "need";
    private static final String COLUMNS = """
            select n.id, n.account_id, n.kind, n.title, n.detail, n.priority, n.source, n.voiced_on, n.person_id, x.name as person,
                   n.product, n.unit, n.lead_days, n.batch, n.deliveries, n.cycle_days, n.price, n.training, n.survey, n.answer,
                   n.can_lead_days, n.can_batch, n.can_deliveries, n.can_cycle_days, n.can_price, n.state, n.version,
                   n.changed_by, n.changed_at
            from planning.need n left join accounts.pub_person x on x.id = n.person_id
            """;

    private final JdbcClient database;
    private final PlanningRows rows;

    Needs(JdbcClient database, PlanningRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<Need> of(long account) {
        return database.sql(COLUMNS + """
                        where n.account_id = :account
                        order by n.state <> 'open', n.priority, n.voiced_on desc, n.id desc
                        """)
                .param("account", account)
                .query(RecordRows.of(Need.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Need> byId(long id) {
        return database.sql(COLUMNS + "where n.id = :id")
                .param("id", id)
                .query(RecordRows.of(Need.class))
                .optional();
    }

    /// The same, and nobody else writes it until the transaction ends.
    Optional<Need> held(long id) {
        rows.hold(TABLE, id);
        return byId(id);
    }

    @Transactional(readOnly = true)
    public Optional<Long> bySubmission(UUID submission) {
        return rows.bySubmission(TABLE, submission);
    }

    long add(long account, Map<String, @Nullable Object> columns, UUID submission) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(columns);
        whole.put("account_id", account);
        whole.put("submission", submission);
        return rows.addSigned(TABLE, whole);
    }

    void change(long id, Map<String, @Nullable Object> columns) {
        rows.change(TABLE, id, columns);
    }

    @Transactional(readOnly = true)
    public long count(long account) {
        return database.sql("select count(*) from planning.need where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /// Whether somebody works at an account, or did.
    @Transactional(readOnly = true)
    public boolean worksAt(long person, long account) {
        return database.sql("""
                        select exists (select 1 from accounts.pub_position where person_id = :person and account_id = :account)
                        """)
                .param("person", person)
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
