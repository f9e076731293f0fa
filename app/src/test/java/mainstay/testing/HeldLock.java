package mainstay.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;

/// Holds something in the database of a story, so that whoever needs it stops there until it is let go.
public final class HeldLock implements AutoCloseable {

    /// Other stories run in databases of their own on the same server. A lock on a row belongs to no database, so
    /// it is whoever waits that is looked at.
    private static final String WAITING = """
            select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where not l.granted and a.datname = current_database()
            """;

    private static final Duration MOST = Duration.ofMinutes(2);

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
        awaitsSomebody(other, MOST);
    }

    /// @throws IllegalStateException where nobody has come within a time
    void awaitsSomebody(Future<?> other, Duration most) throws SQLException {
        long end = System.nanoTime() + most.toNanos();
        while (!other.isDone() && waiting() == 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nobody came for what is held");
            }
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
