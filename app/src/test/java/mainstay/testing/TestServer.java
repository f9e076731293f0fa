package mainstay.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import mainstay.postgres.DatabaseAccess;
import mainstay.postgres.EmbeddedServer;
import mainstay.postgres.Options;
import org.flywaydb.core.Flyway;

/// One PostgreSQL for all tests of this process: an embedded one, or the server named by
/// MAINSTAY_TEST_DATABASE_URL.
/// The migrated template is cloned for every test class.
public final class TestServer {

    private static final String TEMPLATE =
            "mainstay_template_" + ProcessHandle.current().pid();
    private static final TestServer SHARED = new TestServer();

    private final String anyDatabaseUrl;

    private TestServer() {
        String external = System.getenv("MAINSTAY_TEST_DATABASE_URL");
        anyDatabaseUrl = external == null ? embedded() : external;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(TEMPLATE)));
        execute("drop database if exists " + TEMPLATE, "create database " + TEMPLATE);
        migrate(DatabaseAccess.at(url(TEMPLATE)));
    }

    public static TestServer shared() {
        return SHARED;
    }

    private static String embedded() {
        Path target = Path.of("target").toAbsolutePath();
        EmbeddedServer server = EmbeddedServer.open(
                target.resolve("test-database-" + System.getProperty("mainstay.fork", "1")),
                Options.disposable().withRuntime(target.resolve("test-runtime")));
        return server.jdbcUrl("postgres") + "?user=" + EmbeddedServer.OWNER + "&password=" + server.ownerPassword();
    }

    private static void migrate(DatabaseAccess access) {
        Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .placeholders(Map.of("currency", "CNY", "zone", "Asia/Shanghai"))
                .load()
                .migrate();
    }

    /// The owner's address of a database on this server.
    public String url(String database) {
        return anyDatabaseUrl.replaceFirst("(://[^/]+/)[^?]*", "$1" + database);
    }

    /// Makes a database anew: migrated and empty.
    public void recreate(String database) {
        drop(database);
        execute("create database " + database + " template " + TEMPLATE);
    }

    public void drop(String database) {
        execute("drop database if exists " + database + " with (force)");
    }

    /// Runs statements as the owner in the maintenance database.
    private void execute(String... statements) {
        executeAt(url("postgres"), statements);
    }

    /// Runs statements as the owner of a database: past every policy.
    public static void executeAt(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
