package mainstay.rating.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.period.Address;
import mainstay.rating.finding.Evidence.Cell;
import mainstay.rating.finding.Evidence.Row;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lines of sales as rows behind a finding, each of which opens its document.
@Component
class LineRows {
    private static final List<String> HEAD =
            List.of("findings.row.day", "findings.row.document", "findings.row.product", "findings.row.quantity");

    private final JdbcClient jdbc;

    LineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lines with what was paid for a unit, the floor price and the money missing.
    Evidence priced(FindingTest.Subject subject, String sql) {
        return evidence(
                subject,
                sql,
                List.of("findings.row.paid", "findings.row.floor", "findings.row.missing"),
                row -> List.of(money(row, "paid"), money(row, "floor"), money(row, "money")));
    }

    /// Lines with where they went and their amount.
    Evidence shipped(FindingTest.Subject subject, String sql) {
        return evidence(
                subject,
                sql,
                List.of("findings.row.region", "findings.row.amount"),
                row -> List.of(Cell.text(row.getString("region")), money(row, "money")));
    }

    /// Lines with their amount.
    Evidence plain(FindingTest.Subject subject, String sql) {
        return evidence(subject, sql, List.of("findings.row.amount"), row -> List.of(money(row, "money")));
    }

    /// Reads the further cells of a row.
    private interface Further {
        List<Cell> of(ResultSet row) throws SQLException;
    }

    private Evidence evidence(FindingTest.Subject subject, String sql, List<String> further, Further cells) {
        List<String> headings = new ArrayList<>(HEAD);
        headings.addAll(further);
        List<Row> rows = jdbc.sql(sql)
                .params(parameters(subject, sql))
                .query((row, number) -> {
                    List<Cell> all = new ArrayList<>(head(row));
                    all.addAll(cells.of(row));
                    return new Row(all, link(subject, row.getLong("document_id")));
                })
                .list();
        return new Evidence(headings, rows, lines(subject).toString());
    }

    static Map<String, Object> parameters(FindingTest.Subject subject, String sql) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("account", subject.account());
        all.put("from", subject.examined().from());
        all.put("asOf", subject.examined().asOf());
        all.put("quarter", subject.quarter().from());
        all.put("quarterTo", subject.quarter().to());
        all.keySet().removeIf(name -> !sql.contains(":" + name));
        return all;
    }

    private static List<Cell> head(ResultSet row) throws SQLException {
        return List.of(
                Cell.day(row.getObject("date", LocalDate.class)),
                Cell.text(row.getString("document")),
                Cell.text(row.getString("product")),
                Cell.quantity(Sql.number(row, "quantity")));
    }

    private static Cell money(ResultSet row, String column) throws SQLException {
        @Nullable Long amount = Sql.number(row, column);
        return Cell.money(amount);
    }

    /// All lines of the account in the quarter.
    static Address lines(FindingTest.Subject subject) {
        return Address.of(subject.path() + "/business/sales")
                .with("from", subject.quarter().from())
                .with(
                        "to",
                        Examined.of(subject.quarter(), subject.examined().asOf())
                                .asOf())
                .with("cut", "line");
    }

    private static String link(FindingTest.Subject subject, long document) {
        return lines(subject).with("document", document).toString();
    }
}
