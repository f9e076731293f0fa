package mainstay.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import mainstay.postgres.DatabaseAccess;
import mainstay.postgres.EmbeddedServer;
import mainstay.postgres.HomeInUse;
import mainstay.postgres.HomeReplacement;
import mainstay.shared.Problem;
import org.flywaydb.core.api.FlywayException;

/// The way back from a file that has been verified. In a data home a second server is filled and compared beside the
/// first, which stays as it is until then; on a server of the operator's an empty database is.
final class Restoration {

    private static final DateTimeFormatter MARK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss");

    private final BackupFile file;
    private final Migrations migrations = Migrations.ofThisProgram();
    private final Clock clock;

    Restoration(BackupFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Whether this program can read it at all; touches nothing.
    void requireReadable() {
        migrations.requireKnown(file.manifest());
        file.verify();
    }

    /// @return where the data lies that was there before
    Optional<Path> into(HomeReplacement home, boolean replace) {
        if (home.isBeingFilled()) {
            throw new Problem.Conflict("restore.another");
        }
        if (home.isInUse()) {
            throw new Problem.Conflict("restore.inUse");
        }
        if (home.replacesData() && !replace) {
            throw new Problem.Conflict("restore.notEmpty");
        }
        boolean filled = false;
        try {
            try (EmbeddedServer server = home.open()) {
                fill(DatabaseAccess.on(server));
            }
            filled = true;
            return home.complete(mark());
        } catch (HomeInUse meanwhile) {
            home.discard();
            throw new Problem.Conflict("restore.inUse");
        } finally {
            if (!filled) {
                home.discard();
            }
        }
    }

    /// Into a database on a server of the operator's, which must be empty, or left by a restore that broke off.
    void into(String url) {
        DatabaseAccess access = DatabaseAccess.toFill(url);
        try (Connection owner = connect(access)) {
            clear(owner);
        } catch (SQLException failed) {
            throw failed(failed);
        }
        fill(access);
    }

    private static void clear(Connection owner) throws SQLException {
        Catalogue catalogue = new Catalogue(owner);
        try (Statement statement = owner.createStatement()) {
            if (isUnfinished(statement)) {
                for (String schema : catalogue.schemas()) {
                    if (schema.equals(DatabaseAccess.UNFINISHED)) {
                        continue;
                    }
                    statement.execute("drop schema " + TableName.quoted(schema) + " cascade");
                }
                statement.execute("drop table if exists public.flyway_schema_history");
            } else if (!catalogue.isEmpty()) {
                throw new Problem.Conflict("restore.databaseNotEmpty");
            } else {
                statement.execute("create schema " + DatabaseAccess.UNFINISHED);
            }
        }
    }

    private static boolean isUnfinished(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery("select to_regnamespace('" + DatabaseAccess.UNFINISHED + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void fill(DatabaseAccess access) {
        migrations.make(access, file.manifest());
        try (Connection owner = connect(access)) {
            new Loading(owner, file).run();
        } catch (SQLException | IOException failed) {
            throw failed(failed);
        }
        try {
            migrations.makeLater(access);
        } catch (FlywayException failed) {
            throw new Problem.Conflict("restore.failed", String.valueOf(failed.getMessage()));
        }
        revokeTokens(access);
    }

    /// Some of them may have been revoked since, and nobody knows any more which.
    private static void revokeTokens(DatabaseAccess access) {
        try (Connection owner = connect(access);
                Statement statement = owner.createStatement()) {
            statement.execute("select identity.pub_revoke_tokens()");
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    private static Problem failed(Exception failed) {
        return new Problem.Conflict("restore.failed", String.valueOf(failed.getMessage()));
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    private String mark() {
        Instant now = clock.instant();
        return MARK.format(now.atZone(ZoneId.systemDefault()));
    }
}
