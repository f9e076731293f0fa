package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The kept values of accounts. Rows travel to the database as JSON, some thousands at a time.
@Repository
class ValueTable {
    private static final RowMapper<AccountValue> VALUE = RecordRows.of(AccountValue.class);
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ValueTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    void append(List<AccountValue> values) {
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            insert(values.subList(from, Math.min(from + AT_ONCE, values.size())));
        }
    }

    private void insert(List<AccountValue> values) {
        jdbc.sql("""
                insert into portfolio.account_value
                select * from json_populate_recordset(null::portfolio.account_value, cast(:rows as json))
                """).param("rows", json.writeValueAsString(values)).update();
    }

    /// By account, as of a day; nothing without one.
    Map<Long, AliveBefore> alive(@Nullable LocalDate asOf) {
        Map<Long, AliveBefore> alive = new HashMap<>();
        jdbc.sql("""
                select account_id, method, alive from portfolio.account_value
                where as_of = cast(:asOf as date) and alive is not null
                """).param("asOf", asOf).query(row -> {
            alive.put(row.getLong("account_id"), new AliveBefore(row.getString("method"), row.getDouble("alive")));
        });
        return alive;
    }

    /// Number of the level that the reader has on an account.
    int level(long account) {
        return jdbc.sql("select accounts.pub_level(:account)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /// The value of an account as of a day, as far as the reader may see it.
    Optional<AccountValue> of(long account, LocalDate asOf) {
        return jdbc.sql("select * from portfolio.account_value where account_id = :account and as_of = :asOf")
                .param("account", account)
                .param("asOf", asOf)
                .query(VALUE)
                .optional();
    }

    /// All kept values of an account up to a day, the oldest first.
    List<AccountValue> history(long account, LocalDate asOf) {
        return jdbc.sql("""
                select * from portfolio.account_value where account_id = :account and as_of <= :asOf order by as_of
                """)
                .param("account", account)
                .param("asOf", asOf)
                .query(VALUE)
                .list();
    }
}
