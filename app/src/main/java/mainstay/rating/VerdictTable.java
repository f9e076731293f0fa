package mainstay.rating;

import java.util.List;
import mainstay.shared.RecordColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the key-account rule says now. Derived, so each run replaces it.
@Repository
class VerdictTable {
    private static final int AT_ONCE = 10_000;
    private static final RecordColumns<VerdictRow> VERDICTS = RecordColumns.of(VerdictRow.class);
    private static final RecordColumns<RegionRow> REGIONS = RecordColumns.of(RegionRow.class);

    private final JdbcClient jdbc;

    VerdictTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String scope, List<VerdictRow> verdicts, List<RegionRow> regions) {
        replace("rating.verdict", scope, VERDICTS, verdicts);
        replace("rating.region", scope, REGIONS, regions);
    }

    private <R extends Record> void replace(String table, String scope, RecordColumns<R> columns, List<R> rows) {
        jdbc.sql("delete from %s where scope = :scope".formatted(table))
                .param("scope", scope)
                .update();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            columns.bind(jdbc.sql(columns.insertInto(table)), rows.subList(from, Math.min(from + AT_ONCE, rows.size())))
                    .update();
        }
    }
}
