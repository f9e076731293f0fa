package mainstay.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.backup.Catalogue.Link;
import mainstay.backup.Catalogue.Table;
import mainstay.backup.Catalogue.Trigger;
import mainstay.backup.Manifest.Counter;
import mainstay.backup.Manifest.Kept;
import mainstay.backup.Manifest.Month;
import mainstay.postgres.DatabaseAccess;
import mainstay.shared.Problem;
import org.postgresql.PGConnection;

/// Fills freshly made tables from a backup and compares what they hold with it, in one transaction: whoever looks sees
/// everything or nothing. Names in statements are those of the catalogue; a manifest adds partitions by days only.
final class Loading {

    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final BackupFile file;

    Loading(Connection connection, BackupFile file) {
        this.connection = connection;
        this.file = file;
    }

    /// @throws Problem when the tables are others, or don't hold afterwards what the backup holds
    void run() throws SQLException, IOException {
        connection.setAutoCommit(false);
        RowForm.settle(connection);
        Catalogue catalogue = new Catalogue(connection);
        requireSameTables(catalogue.tables());
        List<Link> links = catalogue.links();
        List<Trigger> triggers = catalogue.triggers();
        makeMonths();
        for (Link link : links) {
            alter(link.table(), "drop constraint " + TableName.quoted(link.name()));
        }
        for (Trigger trigger : triggers) {
            alter(trigger.table(), "disable trigger " + TableName.quoted(trigger.name()));
        }
        fill();
        for (Link link : links) {
            alter(link.table(), "add constraint " + TableName.quoted(link.name()) + " " + link.rule());
        }
        for (Trigger trigger : triggers) {
            alter(trigger.table(), "enable trigger " + TableName.quoted(trigger.name()));
        }
        setCounters();
        compare();
        execute("drop schema if exists " + DatabaseAccess.UNFINISHED);
        connection.commit();
        connection.setAutoCommit(true);
        execute("analyze");
    }

    private void requireSameTables(List<Table> made) {
        Map<TableName, Kept> kept =
                file.manifest().tables().stream().collect(Collectors.toMap(Kept::table, Function.identity()));
        for (Table table : made) {
            Kept rows = kept.remove(table.name());
            if (rows == null
                    || rows.columns().size() != table.columns().size()
                    || !table.columns().containsAll(rows.columns())
                    || (!table.parted() && !rows.months().isEmpty())) {
                throw new Problem.Invalid("restore.otherTable", table.name().toString());
            }
        }
        if (!kept.isEmpty()) {
            throw new Problem.Invalid(
                    "restore.otherTable", kept.keySet().iterator().next().toString());
        }
    }

    private void makeMonths() throws SQLException {
        for (Kept table : file.manifest().tables()) {
            for (Month month : table.months()) {
                execute("create table %s partition of %s for values from ('%s') to ('%s')"
                        .formatted(
                                new TableName(table.schema(), month.name()).quoted(),
                                table.table().quoted(),
                                month.from(),
                                month.to()));
            }
        }
    }

    private void fill() throws SQLException, IOException {
        execute("truncate "
                + file.manifest().tables().stream()
                        .map(table -> table.table().quoted())
                        .collect(Collectors.joining(", ")));
        for (Kept table : file.manifest().tables()) {
            try (InputStream rows = file.rows(table)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s) from stdin"
                                        .formatted(table.table().quoted(), RowForm.columns(table.columns())),
                                rows,
                                BUFFER);
            }
        }
    }

    private void setCounters() throws SQLException {
        try (var statement = connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
            for (Counter counter : file.manifest().counters()) {
                statement.setString(1, new TableName(counter.schema(), counter.name()).quoted());
                statement.setLong(2, counter.last());
                statement.execute();
            }
        }
    }

    private void compare() throws SQLException, IOException {
        for (Kept table : file.manifest().tables()) {
            Tally held = new Tally(OutputStream.nullOutputStream());
            RowForm.copy(connection, table.table(), table.columns(), held);
            if (held.rows().rows() != table.rows() || !held.rows().checksum().equals(table.checksum())) {
                throw new Problem.Conflict(
                        "restore.differs",
                        table.table().toString(),
                        table.rows(),
                        held.rows().rows());
            }
        }
    }

    private void alter(TableName table, String how) throws SQLException {
        execute("alter table " + table.quoted() + " " + how);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
