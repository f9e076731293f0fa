package mainstay.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Copies of the ledger's sales lines: one with the same partitions, indexes and constraints, one without any.
final class CopiedLedger {

    private final Connection owner;
    private final String file;

    CopiedLedger(Connection owner) throws SQLException {
        this.owner = owner;
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            this.file = row.getString(1) + "/bench-sales-lines.csv";
        }
    }

    void prepare() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            statement.execute("copy (select * from ledger.sales_line order by batch_id, file_line) to '" + file
                    + "' with (format csv)");
            statement.execute(
                    "create table bench.identical (like ledger.sales_line including all) partition by range (date)");
            statement.execute("create table bench.bare (like ledger.sales_line)");
            for (String partition : partitions(statement)) {
                statement.execute(partition);
            }
            statement.execute("checkpoint");
        }
    }

    /// Seconds for the whole file.
    double into(String table) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            long started = System.nanoTime();
            statement.execute("copy " + table + " from '" + file + "' with (format csv)");
            return (System.nanoTime() - started) / 1e9;
        }
    }

    private static List<String> partitions(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select 'create table bench.' || c.relname || ' partition of bench.identical '
                       || pg_get_expr(c.relpartbound, c.oid)
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'ledger.sales_line'::regclass
                """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
