package mainstay.shared;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Waits for what others hold in the database, but not for long: somebody sits before the screen.
@Component
public class Patience {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient database;

    Patience(JdbcClient database) {
        this.database = database;
    }

    /// Does something inside the transaction that may have to wait.
    ///
    /// @param busyKey message key of what is said where it waited too long
    public <T> T with(String busyKey, Supplier<T> work) {
        limit(TIME.toMillis());
        T done;
        try {
            done = work.get();
        } catch (DataAccessException failed) {
            throw isLate(failed) ? new Problem.Busy(TIME, busyKey) : failed;
        }
        limit(0);
        return done;
    }

    private static boolean isLate(DataAccessException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private void limit(long milliseconds) {
        database.sql("select set_config('lock_timeout', :time, true)")
                .param("time", milliseconds + "ms")
                .query(String.class)
                .single();
    }
}
