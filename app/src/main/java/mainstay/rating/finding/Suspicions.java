package mainstay.rating.finding;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads suspicions from queries that name their columns `account`, `quarter`, `measure`, `evidence`, `money`
/// and, where what is known allows less than the most, `most`; every other column is a figure.
@Component
class Suspicions {
    private static final Set<String> OWN = Set.of("account", "quarter", "measure", "evidence", "money", "most");

    private final JdbcClient jdbc;

    Suspicions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Suspicion> of(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> suspicion(row))
                .list();
    }

    private static Suspicion suspicion(ResultSet row) throws SQLException {
        Map<String, Object> figures = new LinkedHashMap<>();
        Strength most = Strength.STRONG;
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            Object value = row.getObject(i);
            if (name.equals("most")) {
                most = Strength.of(row.getInt(i));
            } else if (!OWN.contains(name) && value != null) {
                figures.put(name, value);
            }
        }
        return new Suspicion(
                row.getLong("account"),
                row.getObject("quarter", LocalDate.class),
                row.getDouble("measure"),
                row.getInt("evidence"),
                row.getLong("money"),
                most,
                figures);
    }
}
