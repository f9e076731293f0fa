package mainstay.rating.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the findings, as far as the reader may see their accounts.
@Repository
class FindingList {
    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};
    private static final String FINDING = """
            select f.id, f.test, f.account_id, a.code, a.name, a.region, a.manager_name, f.period_from, f.strength, f.evidence,
                   f.money, f.figures, f.found_at, f.changed_at, f.withdrawn, f.verdict, f.reason, f.judged_by, f.judged_at,
                   f.judgements
            from rating.finding f join accounts.pub_account a on a.id = f.account_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FindingList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// How many there are, and what they are about together.
    record Sum(long count, long money) {}

    private record Where(String text, Map<String, Object> parameters) {

        static Where of(FindingFilter filter) {
            List<String> all = new ArrayList<>();
            Map<String, Object> parameters = new LinkedHashMap<>();
            equal(all, parameters, "f.test", "test", filter.of("test"));
            equal(all, parameters, "a.manager_code", "manager", filter.of("manager"));
            equal(all, parameters, "a.region", "region", filter.of("region"));
            Strength.parse(filter.of("strength")).ifPresent(one -> all.add("f.strength = " + one.number()));
            all.add(
                    switch (filter.of("verdict")) {
                        case "" -> "not f.withdrawn";
                        case "withdrawn" -> "f.withdrawn";
                        case "open" -> "f.verdict is null and not f.withdrawn";
                        default -> "f.verdict = :verdict and not f.withdrawn";
                    });
            Verdict.parse(filter.of("verdict")).ifPresent(one -> parameters.put("verdict", one.code()));
            return new Where(String.join(" and ", all), parameters);
        }

        private static void equal(
                List<String> all, Map<String, Object> parameters, String column, String name, String value) {
            if (!value.isEmpty()) {
                all.add(column + " = :" + name);
                parameters.put(name, value);
            }
        }
    }

    Sum sum(FindingFilter filter) {
        Where where = Where.of(filter);
        return jdbc.sql("""
                select count(*) as count, coalesce(sum(f.money), 0)::bigint as money
                from rating.finding f join accounts.pub_account a on a.id = f.account_id
                where\s""" + where.text())
                .params(where.parameters())
                .query(RecordRows.of(Sum.class))
                .single();
    }

    List<Finding> page(FindingFilter filter, int size) {
        Where where = Where.of(filter);
        String order = Objects.requireNonNull(FindingFilter.SORTS.get(filter.sorted()));
        return jdbc.sql(FINDING + " where " + where.text() + " order by " + order + " limit :size offset :start")
                .params(where.parameters())
                .param("size", size)
                .param("start", (long) (filter.shown() - 1) * size)
                .query((row, number) -> finding(row))
                .list();
    }

    /// Of one account, those that nobody has judged first.
    List<Finding> of(long account) {
        return jdbc.sql(FINDING + """
                where f.account_id = :account
                order by f.withdrawn, f.verdict is not null, f.period_from desc, f.money desc limit 200
                """)
                .param("account", account)
                .query((row, number) -> finding(row))
                .list();
    }

    Optional<Finding> find(long id) {
        return jdbc.sql(FINDING + " where f.id = :id")
                .param("id", id)
                .query((row, number) -> finding(row))
                .optional();
    }

    List<Happening> history(long id) {
        return jdbc.sql("""
                select e.at, e.kind, e.strength, e.evidence, e.money, e.verdict, e.reason, e.author
                from rating.finding_entry e where e.finding_id = :id order by e.id desc limit 200
                """)
                .param("id", id)
                .query((row, number) -> new Happening(
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString("kind"),
                        Strength.of(row.getInt("strength")),
                        row.getInt("evidence"),
                        row.getLong("money"),
                        Verdict.parse(row.getString("verdict")).orElse(null),
                        row.getString("reason"),
                        row.getString("author")))
                .list();
    }

    List<FindingChoice> managers() {
        return choices("a.manager_code", "a.manager_name");
    }

    List<FindingChoice> regions() {
        return choices("a.region", "a.region");
    }

    private List<FindingChoice> choices(String value, String label) {
        return jdbc.sql("""
                select distinct %1$s as value, coalesce(%2$s, %1$s) as label
                from accounts.pub_account a
                where a.id in (select f.account_id from rating.finding f) and %1$s is not null
                order by 2 limit 200
                """.formatted(value, label))
                .query(RecordRows.of(FindingChoice.class))
                .list();
    }

    private Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong("id"),
                row.getString("test"),
                row.getLong("account_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("manager_name"),
                row.getObject("period_from", LocalDate.class),
                Strength.of(row.getInt("strength")),
                row.getInt("evidence"),
                row.getLong("money"),
                new Figures(json.readValue(row.getString("figures"), FIGURES)),
                Objects.requireNonNull(Sql.instant(row, "found_at")),
                Objects.requireNonNull(Sql.instant(row, "changed_at")),
                row.getBoolean("withdrawn"),
                Verdict.parse(row.getString("verdict")).orElse(null),
                row.getString("reason"),
                row.getString("judged_by"),
                Sql.instant(row, "judged_at"),
                row.getInt("judgements"));
    }
}
