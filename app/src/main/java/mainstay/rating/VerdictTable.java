package mainstay.rating;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mainstay.shared.RecordColumns;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the key-account rule says now. Derived, so each run replaces it; rows that say again what stands there stay
/// untouched, which after an edit is nearly all of them.
@Repository
class VerdictTable {
    private static final int AT_ONCE = 10_000;
    private static final RecordColumns<VerdictRow> VERDICTS = RecordColumns.of(VerdictRow.class);
    private static final RecordRows<VerdictRow> KEPT = RecordRows.of(VerdictRow.class);
    private static final RecordColumns<RegionRow> REGIONS = RecordColumns.of(RegionRow.class);

    private static final String DROP = """
            delete from rating.verdict v using %s
            where v.scope = n.scope and v.region = n.region and v.account_id = n.account_id
            """.formatted(VERDICTS.rows());

    private final JdbcClient jdbc;

    VerdictTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String scope, List<VerdictRow> verdicts, List<RegionRow> regions) {
        List<VerdictRow> kept = kept(scope);
        List<VerdictRow> gone = without(kept, verdicts);
        if (gone.size() > kept.size() / 2) {
            clear("rating.verdict", scope);
            send(VERDICTS.insertInto("rating.verdict"), VERDICTS, verdicts);
        } else {
            send(DROP, VERDICTS, gone);
            send(VERDICTS.insertInto("rating.verdict"), VERDICTS, without(verdicts, kept));
        }
        clear("rating.region", scope);
        send(REGIONS.insertInto("rating.region"), REGIONS, regions);
    }

    private List<VerdictRow> kept(String scope) {
        return jdbc.sql("select %s from rating.verdict where scope = :scope".formatted(VERDICTS.names()))
                .param("scope", scope)
                .query(KEPT)
                .list();
    }

    private static <T> List<T> without(List<T> rows, List<T> others) {
        Set<T> excluded = new HashSet<>(others);
        return rows.stream().filter(row -> !excluded.contains(row)).toList();
    }

    private void clear(String table, String scope) {
        jdbc.sql("delete from %s where scope = :scope".formatted(table))
                .param("scope", scope)
                .update();
    }

    private <R extends Record> void send(String statement, RecordColumns<R> columns, List<R> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            columns.bind(jdbc.sql(statement), rows.subList(from, Math.min(from + AT_ONCE, rows.size())))
                    .update();
        }
    }
}
