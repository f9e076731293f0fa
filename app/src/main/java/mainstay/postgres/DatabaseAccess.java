package mainstay.postgres;

import java.sql.SQLException;

/// Where the database is, and who may do what there: the owner migrates, the application works under row-level
/// security, the loader copies rows into the staging area and sees nothing else. The URL carries no
/// credentials.
public record DatabaseAccess(String url, Login owner, Login application, Login loader) {

    /// The schema that stands in a database for as long as a restore fills it.
    public static final String UNFINISHED = "mainstay_restore";

    private static final String DATABASE = "mainstay";

    /// On the server that comes with the application.
    public static DatabaseAccess on(EmbeddedServer server) {
        var owner = new Login(EmbeddedServer.OWNER, server.ownerPassword());
        try (var roles = Roles.connect(server.jdbcUrl("postgres"), owner)) {
            roles.ensureDatabase(DATABASE);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database `mainstay` cannot be created: " + e.getMessage(), e);
        }
        return prepared(server.jdbcUrl(DATABASE), owner, false);
    }

    /// On a server of the operator's, named by an owner who may create roles:
    /// `jdbc:postgresql://host/database?user=...&password=...` or `postgresql://user:password@host/database`.
    public static DatabaseAccess at(String url) {
        var parsed = DatabaseUrl.parse(url);
        return prepared(parsed.url(), parsed.owner(), false);
    }

    /// The same, of a database that a restore fills: nobody else works with it until that is done.
    public static DatabaseAccess toFill(String url) {
        var parsed = DatabaseUrl.parse(url);
        return prepared(parsed.url(), parsed.owner(), true);
    }

    private static DatabaseAccess prepared(String url, Login owner, boolean mayBeUnfinished) {
        try (var roles = Roles.connect(url, owner)) {
            if (!mayBeUnfinished) {
                roles.requireFinished();
            }
            return new DatabaseAccess(url, owner, roles.ensure(Roles.APPLICATION), roles.ensure(Roles.LOADER));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The roles of the application cannot be prepared as `%s`: %s"
                            .formatted(owner.user(), e.getMessage()),
                    e);
        }
    }
}
