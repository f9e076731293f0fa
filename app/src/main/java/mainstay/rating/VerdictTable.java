package mainstay.rating;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What the key-account rule says now. Derived, so each run replaces it.
@Repository
class VerdictTable {
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final JsonMapper snakes;

    VerdictTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.snakes = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    void replace(String scope, List<VerdictRow> verdicts, List<RegionRow> regions) {
        replace("verdict", scope, verdicts);
        replace("region", scope, regions);
    }

    private void replace(String table, String scope, List<?> rows) {
        jdbc.sql("delete from rating.%s where scope = :scope".formatted(table))
                .param("scope", scope)
                .update();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            jdbc.sql("""
                    insert into rating.%1$s
                    select * from json_populate_recordset(null::rating.%1$s, cast(:rows as json))
                    """.formatted(table))
                    .param("rows", snakes.writeValueAsString(rows.subList(from, Math.min(from + AT_ONCE, rows.size()))))
                    .update();
        }
    }
}
