package mainstay.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;

/// The roles the application connects as, kept by the owner. Their passwords follow from the owner's, so that
/// several nodes agree on them and nobody has to store them.
final class Roles implements AutoCloseable {

    static final String APPLICATION = "mainstay_app";
    static final String LOADER = "mainstay_loader";

    private static final long LOCK = 0x6d61696e73746179L;
    private static final int MOST_TRIES = 10;

    /// What creating a role ends with where somebody has just created it.
    private static final Set<String> OVERTAKEN = Set.of("42710", "23505");

    private final Connection connection;
    private final String url;
    private final Login owner;

    private Roles(Connection connection, String url, Login owner) {
        this.connection = connection;
        this.url = url;
        this.owner = owner;
    }

    /// Connects as the owner; nodes that start together take turns until this is closed.
    static Roles connect(String url, Login owner) throws SQLException {
        Connection connection;
        try {
            connection = DriverManager.getConnection(url, owner.user(), owner.password());
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "Nobody answers as `%s` at %s: %s".formatted(owner.user(), url, e.getMessage()), e);
        }
        var roles = new Roles(connection, url, owner);
        try {
            roles.facts().requireEnough();
            roles.execute("select pg_advisory_lock(" + LOCK + ")");
            return roles;
        } catch (SQLException | RuntimeException e) {
            roles.close();
            throw e;
        }
    }

    void requireFinished() throws SQLException {
        if (exists("select where to_regnamespace(?) is not null", DatabaseAccess.UNFINISHED)) {
            throw new DatabaseUnavailable(
                    "A restore into the database at %s broke off before its end, so it holds nothing whole. Run bin/mainstay restore again, or name another database with MAINSTAY_DATABASE_URL."
                            .formatted(url));
        }
    }

    void ensureDatabase(String name) throws SQLException {
        if (!exists("select from pg_database where datname = ?", name)) {
            execute("create database " + name);
        }
    }

    /// Roles belong to the whole server, our lock to one database: somebody who prepares another database of the
    /// same server may be doing the same at this moment. The next try finds what they did.
    Login ensure(String role) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return ensureOnce(role);
            } catch (SQLException overtaken) {
                if (tries == MOST_TRIES || !isOvertaken(overtaken)) {
                    throw overtaken;
                }
            }
        }
    }

    private static boolean isOvertaken(SQLException failed) {
        return OVERTAKEN.contains(String.valueOf(failed.getSQLState()))
                || String.valueOf(failed.getMessage()).contains("concurrently");
    }

    private Login ensureOnce(String role) throws SQLException {
        var login = new Login(role, derivedPassword(role));
        if (!exists("select from pg_roles where rolname = ?", role)) {
            execute("create role " + role + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication");
        }
        requireHarmless(role);
        grantConnect(role);
        withholdTemporaryTables();
        if (!canConnect(login)) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(role, login.password().toCharArray(), "scram-sha-256");
        }
        return login;
    }

    private ServerFacts facts() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select current_setting('server_version_num')::int, current_user,
                               (select rolsuper or rolcreaterole from pg_roles where rolname = current_user),
                               has_database_privilege(current_database(), 'create'), current_database()
                        """)) {
            row.next();
            return new ServerFacts(
                    row.getInt(1), row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getString(5));
        }
    }

    /// Row-level security binds neither superusers nor the owner of a table.
    private void requireHarmless(String role) throws SQLException {
        var harmful = """
                select from pg_roles
                where rolname = ? and (rolsuper or rolbypassrls or rolname = current_user
                                       or pg_has_role(rolname, current_user, 'member'))
                """;
        if (exists(harmful, role)) {
            throw new DatabaseUnavailable(
                    "The role `%s` is the owner, a superuser, or free of row-level security, so it would see what its users must not. As an administrator of the server: ALTER ROLE %s NOSUPERUSER NOBYPASSRLS, and revoke the owner's role from it."
                            .formatted(role, role));
        }
    }

    /// Functions of the owner work on temporary tables; nobody else may lay one in their way.
    private void withholdTemporaryTables() throws SQLException {
        if (exists("select where has_database_privilege(?, current_database(), 'temporary')", APPLICATION)) {
            execute("do $$ begin execute format('revoke temporary on database %I from public', current_database());"
                    + " end $$");
        }
    }

    private void grantConnect(String role) throws SQLException {
        if (exists("select where not has_database_privilege(?, current_database(), 'connect')", role)) {
            execute("do $$ begin execute format('grant connect on database %I to " + role
                    + "', current_database()); end $$");
        }
    }

    private boolean canConnect(Login login) {
        try (var _ = DriverManager.getConnection(url, login.user(), login.password())) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private String derivedPassword(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean exists(String sql, String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
