package mainstay.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// Lets one process at a time look into the watched folder. The database lets go when a process dies.
@Component
class InboxLock {

    private static final String TRY = "select pg_try_advisory_lock(hashtext('ledger.inbox'))";
    private static final String LET_GO = "select pg_advisory_unlock(hashtext('ledger.inbox'))";

    private final DataSource database;

    InboxLock(DataSource database) {
        this.database = database;
    }

    /// @return nothing where another process holds it
    <T> Optional<T> whileHeld(Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, TRY)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                ask(connection, LET_GO);
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the lock of the watched folder cannot be asked for", unreachable);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
