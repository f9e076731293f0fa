package mainstay.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Future;

/// Somebody else at the database at the same moment, as its owner, in one transaction until it is committed.
public final class Rival implements AutoCloseable {

    private final Connection connection;

    private Rival(Connection connection) {
        this.connection = connection;
    }

    public static Rival open() throws SQLException {
        Connection connection = DriverManager.getConnection(StoryDatabase.ownerUrl());
        connection.setAutoCommit(false);
        Rival rival = new Rival(connection);
        rival.run("select set_config('app.reach', '3', false)");
        return rival;
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Whether somebody comes to wait for this one before the work is done.
    public boolean isWaitedFor(Future<?> work) throws SQLException {
        while (number("select count(*) from pg_stat_activity a where pg_backend_pid() = any (pg_blocking_pids(a.pid))")
                == 0) {
            if (work.isDone()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
