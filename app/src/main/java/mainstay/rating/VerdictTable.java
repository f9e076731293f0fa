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

    void replace(String scope, List<VerdictRow> verdicts) {
        jdbc.sql("delete from rating.verdict where scope = :scope")
                .param("scope", scope)
                .update();
        for (int from = 0; from < verdicts.size(); from += AT_ONCE) {
            jdbc.sql("""
                    insert into rating.verdict
                    select * from json_populate_recordset(null::rating.verdict, cast(:rows as json))
                    """)
                    .param(
                            "rows",
                            snakes.writeValueAsString(
                                    verdicts.subList(from, Math.min(from + AT_ONCE, verdicts.size()))))
                    .update();
        }
    }
}
