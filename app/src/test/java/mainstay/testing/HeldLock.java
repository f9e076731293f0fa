package mainstay.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Future;

/// Holds something in the database of a story, so that whoever needs it stops there until it is let go.
public final class HeldLock implements AutoCloseable {

    private static final String WAITING = "select count(*) from pg_locks where not granted";

    private final Connection holder;
    private final Connection onlooker;

    private HeldLock(Connection holder, Connection onlooker) {
        this.holder = holder;
        this.onlooker = onlooker;
    }

    /// Does as the owner what takes the locks, and commits it when they are let go.
    public static HeldLock of(String... statements) throws SQLException {
        Connection holder = DriverManager.getConnection(StoryDatabase.ownerUrl());
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return new HeldLock(holder, DriverManager.getConnection(StoryDatabase.ownerUrl()));
    }

    /// Until somebody waits for a lock, or is through.
    public void awaitsSomebody(Future<?> other) throws SQLException {
        while (!other.isDone() && waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    private long waiting() throws SQLException {
        try (Statement statement = onlooker.createStatement();
                ResultSet found = statement.executeQuery(WAITING)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (holder;
                onlooker) {
            holder.commit();
        }
    }
}
