package mainstay.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

/// Somebody who waits for a lock in a database.
final class WaitElsewhere implements AutoCloseable {
    private static final String LOCK = "lock table rating.turn in access exclusive mode";

    private final Connection holder;
    private final Connection waiter;
    private final CompletableFuture<Void> through;

    private WaitElsewhere(Connection holder, Connection waiter) {
        this.holder = holder;
        this.waiter = waiter;
        this.through = CompletableFuture.runAsync(() -> execute(waiter));
    }

    static WaitElsewhere in(String url) throws SQLException {
        Connection holder = DriverManager.getConnection(url);
        holder.setAutoCommit(false);
        execute(holder);
        Connection waiter = DriverManager.getConnection(url);
        waiter.setAutoCommit(false);
        return new WaitElsewhere(holder, waiter);
    }

    private static void execute(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Until they wait.
    void begins() throws SQLException {
        try (Statement statement = holder.createStatement()) {
            boolean waits = false;
            while (!waits && !through.isDone()) {
                try (ResultSet found =
                        statement.executeQuery("select exists (select 1 from pg_locks where not granted)")) {
                    found.next();
                    waits = found.getBoolean(1);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (holder;
                waiter) {
            holder.rollback();
            through.join();
            waiter.rollback();
        }
    }
}
