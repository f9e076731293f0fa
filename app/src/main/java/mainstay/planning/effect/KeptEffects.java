package mainstay.planning.effect;

import java.time.Clock;
import java.util.List;
import mainstay.analytics.effect.Effect;
import mainstay.analytics.effect.Estimate;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/// Keeps what was measured, in place of what was measured before.
@Repository
@Transactional
class KeptEffects {

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    KeptEffects(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One effect as it is written.
    record Row(
            long item,
            long account,
            String verdict,
            @Nullable String lack,
            @Nullable Integer found,
            @Nullable Integer needed,
            @Nullable Estimate estimate) {

        static Row of(EffectRun.Tested item, Effect effect) {
            return switch (effect) {
                case Effect.Up up -> measured(item, "up", up.estimate());
                case Effect.Down down -> measured(item, "down", down.estimate());
                case Effect.NotVisible none -> measured(item, "none", none.estimate());
                case Effect.NotEnoughData lack ->
                    new Row(
                            item.id(),
                            item.accountId(),
                            "unknown",
                            word(lack.lack()),
                            lack.found(),
                            lack.needed(),
                            null);
            };
        }

        private static Row measured(EffectRun.Tested item, String verdict, Estimate estimate) {
            return new Row(item.id(), item.accountId(), verdict, null, null, null, estimate);
        }

        private static String word(Effect.Lack lack) {
            return switch (lack) {
                case MONTHS_BEFORE -> "before";
                case MONTHS_AFTER -> "after";
                case LEVEL_BEFORE -> "level";
                case COMPARABLES -> "comparables";
            };
        }
    }

    void replace(List<Row> rows, double level, long revision) {
        database.sql("delete from planning.effect where item_id = any(:items)")
                .param("items", rows.stream().map(Row::item).toArray(Long[]::new))
                .update();
        database.sql("""
                        insert into planning.effect (item_id, account_id, verdict, lack, found, needed, level_before, level_after,
                                                     level_expected, change, low, high, p_value, comparables, confidence,
                                                     ledger_revision, measured_at)
                        select r.item, r.account, r.verdict, r.lack, r.found, r.needed, e.before, e.after, e.expected, e.change, e.low,
                               e.high, e."pValue", e.comparables, :level, :revision, :at
                        from jsonb_to_recordset(cast(:rows as jsonb))
                                 r(item bigint, account bigint, verdict text, lack text, found integer, needed integer, estimate jsonb)
                        left join lateral jsonb_to_record(nullif(r.estimate, 'null'))
                                 e(before double precision, after double precision, expected double precision,
                                   change double precision, low double precision, high double precision,
                                   "pValue" double precision, comparables integer) on true
                        """)
                .param("rows", json.writeValueAsString(rows))
                .param("level", level)
                .param("revision", revision)
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }
}
