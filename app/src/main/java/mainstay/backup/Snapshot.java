package mainstay.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mainstay.backup.Catalogue.Table;
import mainstay.backup.Manifest.Kept;
import mainstay.postgres.DatabaseAccess;
import tools.jackson.databind.json.JsonMapper;

/// Everything a database holds at one moment, read while others go on writing.
record Snapshot(DatabaseAccess access, String product) {

    private static final int BUFFER = 1 << 16;

    /// Writes it to its end, table by table. Nothing but the row at hand is kept in memory.
    Manifest writeTo(OutputStream file, Instant now) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password())) {
            hold(connection);
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(file, BUFFER));
            zip.setLevel(Deflater.BEST_SPEED);
            Catalogue catalogue = new Catalogue(connection);
            List<Kept> tables = new ArrayList<>();
            for (Table table : catalogue.tables()) {
                tables.add(write(catalogue, table, zip));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    product,
                    now.toString(),
                    catalogue.version(),
                    catalogue.migrations(),
                    tables,
                    catalogue.counters());
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            connection.rollback();
            return manifest;
        }
    }

    /// Tables are held before the snapshot is taken: nobody changes their form or empties one past it in between.
    private static void hold(Connection connection) throws SQLException {
        String names = new Catalogue(connection)
                .tables().stream().map(table -> table.name().quoted()).collect(Collectors.joining(", "));
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        RowForm.settle(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + names + " in access share mode");
        }
    }

    private static Kept write(Catalogue catalogue, Table table, ZipOutputStream zip) throws SQLException, IOException {
        TableName name = table.name();
        Kept entry = new Kept(
                name.schema(),
                name.name(),
                table.columns(),
                table.parted() ? catalogue.months(name) : List.of(),
                0,
                "",
                0,
                "");
        zip.putNextEntry(new ZipEntry(entry.entry()));
        Tally tally = new Tally(zip);
        RowForm.copy(catalogue.connection(), name, table.columns(), tally);
        zip.closeEntry();
        return new Kept(
                entry.schema(),
                entry.name(),
                entry.columns(),
                entry.months(),
                tally.bytes(),
                tally.sha256(),
                tally.rows().rows(),
                tally.rows().checksum());
    }
}
