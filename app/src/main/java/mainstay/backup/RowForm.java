package mainstay.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Rows as text, written the same by every server: days, moments, numbers and bytes have one form.
final class RowForm {

    private RowForm() {}

    /// For the transaction that has just begun.
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "datestyle = 'ISO, YMD'",
                    "timezone = 'UTC'",
                    "intervalstyle = 'postgres'",
                    "bytea_output = 'hex'",
                    "extra_float_digits = 1",
                    "row_security = off",
                    "statement_timeout = 0",
                    "idle_in_transaction_session_timeout = 0")) {
                statement.execute("set local " + setting);
            }
        }
    }

    static String columns(List<String> columns) {
        return columns.stream().map(TableName::quoted).collect(Collectors.joining(", "));
    }

    /// Writes the rows of a table, its partitions' too.
    static void copy(Connection connection, TableName table, List<String> columns, OutputStream out)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select " + columns(columns) + " from " + table.quoted() + ") to stdout", out);
    }
}
