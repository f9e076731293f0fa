package mainstay.portfolio.drill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Takes sales apart.
@Repository
class SalesSlices {
    private static final String SUMS = """
            t.lines as %1$s_lines, t.revenue as %1$s_revenue, t.returned as %1$s_returned, t.known as %1$s_known,
            t.profit as %1$s_profit, t.orders as %1$s_orders, t.quantity as %1$s_quantity, t.unit as %1$s_unit,
            coalesce(t.mixed, false) as %1$s_mixed, t.unknown as %1$s_unknown""";
    private static final Sales NOTHING = new Sales(0, 0, 0, 0, null, 0, Quantity.NONE, 0);

    private final JdbcClient jdbc;

    SalesSlices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The whole that all parts add up to.
    Part whole(Question question) {
        SliceSql sql = SliceSql.of(question, null, unitsInUse());
        List<Sums> found = jdbc.sql(sql.text())
                .params(sql.parameters())
                .query((row, number) -> new Sums(row.getBoolean("now"), sales(row, "")))
                .list();
        return new Part("", "", null, sum(found, true), question.compared() == null ? null : sum(found, false));
    }

    /// The parts, months by time and all others with the largest first.
    List<Part> parts(Question question, Cut cut, Measure measure, @Nullable PartPlace after, int most) {
        SliceSql sql = SliceSql.of(question, cut, unitsInUse());
        boolean byTime = cut == Cut.MONTH;
        String place = byTime ? "cast(:afterKey as text) is null or key > :afterKey" : """
                cast(:afterKey as text) is null or weight < :afterWeight or (weight = :afterWeight and key > :afterKey)
                """;
        return jdbc.sql("""
                with part as materialized (%s),
                ranked as (
                    select k.key, %s, %s, coalesce(n.%s, %s) as weight, n.key is not null as has_now, b.key is not null as has_before
                    from (select distinct key from part) k
                    left join part n on n.key = k.key and n.now
                    left join part b on b.key = k.key and not b.now)
                select p.*, %s
                from (select * from ranked where %s order by %s limit :most) p %s
                order by %s
                """.formatted(
                                sql.text(),
                                SUMS.formatted("now").replace("t.", "n."),
                                SUMS.formatted("before").replace("t.", "b."),
                                measure.column(),
                                measure == Measure.PROFIT || measure == Measure.QUANTITY ? "-9223372036854775807" : "0",
                                name(cut),
                                place,
                                byTime ? "key" : "weight desc, key",
                                join(cut),
                                byTime ? "p.key" : "p.weight desc, p.key"))
                .params(sql.parameters())
                .param("afterKey", after == null ? null : after.key())
                .param("afterWeight", after == null ? 0L : after.weight())
                .param("most", most)
                .query((row, number) -> part(row, question))
                .list();
    }

    /// What of a slice is in which unit, most lines first; nothing where one holds all.
    List<UnitSum> units(Question question, Part whole) {
        return whole.now().quantity().mixed() ? units(question) : List.of();
    }

    private List<UnitSum> units(Question question) {
        Conditions conditions = Conditions.of(question);
        JdbcClient.StatementSpec statement = jdbc.sql("""
                        select l.counted_in as unit, sum(l.counted)::bigint as amount, count(*) as lines
                        from ledger.pub_sales_line l
                        where l.date between :from and :to and l.counted is not null and %s
                        group by l.counted_in order by count(*) desc, l.counted_in
                        """.formatted(conditions.text()))
                .params(conditions.parameters())
                .param("from", question.days().from())
                .param("to", question.days().to());
        if (question.whose().account() != null) {
            statement = statement.param("account", question.whose().account());
        }
        if (conditions.text().contains(":asOf")) {
            statement = statement.param("asOf", question.whose().asOf());
        }
        return statement.query(RecordRows.of(UnitSum.class)).list();
    }

    /// Days and months by account know nothing of units.
    private boolean unitsInUse() {
        return jdbc.sql("select u.in_use from ledger.pub_units_in_use u")
                .query(Boolean.class)
                .single();
    }

    /// What a number in an address is called; nothing where there is no such product.
    Optional<String> product(String id) {
        return jdbc.sql("select coalesce(name, code) from ledger.pub_product where id::text = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private record Sums(boolean now, Sales sales) {}

    private static Sales sum(List<Sums> found, boolean now) {
        return found.stream()
                .filter(one -> one.now() == now)
                .map(Sums::sales)
                .findFirst()
                .orElse(NOTHING);
    }

    private static Part part(ResultSet row, Question question) throws SQLException {
        Sales before = row.getBoolean("has_before") ? sales(row, "before_") : NOTHING;
        return new Part(
                row.getString("key"),
                row.getString("name"),
                row.getString("code"),
                row.getBoolean("has_now") ? sales(row, "now_") : NOTHING,
                question.compared() == null ? null : before);
    }

    private static Sales sales(ResultSet row, String prefix) throws SQLException {
        return new Sales(
                row.getLong(prefix + "lines"),
                row.getLong(prefix + "revenue"),
                row.getLong(prefix + "returned"),
                row.getLong(prefix + "known"),
                Sql.number(row, prefix + "profit"),
                row.getLong(prefix + "orders"),
                Quantity.of(
                        Sql.number(row, prefix + "quantity"),
                        row.getString(prefix + "unit"),
                        row.getBoolean(prefix + "mixed")),
                row.getLong(prefix + "unknown"));
    }

    private static String name(Cut cut) {
        return cut == Cut.PRODUCT
                ? "coalesce(g.name, g.code, '') as name, g.code as code"
                : cut == Cut.ACCOUNT
                        ? "coalesce(a.name, '') as name, a.code as code"
                        : "p.key as name, cast(null as text) as code";
    }

    private static String join(Cut cut) {
        return cut == Cut.PRODUCT
                ? "left join ledger.pub_product g on g.id::text = p.key"
                : cut == Cut.ACCOUNT ? "left join accounts.pub_card a on a.id::text = p.key" : "";
    }
}
