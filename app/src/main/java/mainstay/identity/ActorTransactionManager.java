package mainstay.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells the database at the start of each transaction for whom it runs; the setting ends with the
/// transaction.
final class ActorTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final String SETTINGS = "select set_config('app.user', ?, true), set_config('app.reach', ?, true)";

    ActorTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            announce();
        } catch (SQLException | RuntimeException failed) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("cannot tell the database who acts", failed);
        }
    }

    private void announce() throws SQLException {
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new IllegalStateException("a transaction without its connection");
        }
        Connection connection = holder.getConnection();
        try (PreparedStatement settings = connection.prepareStatement(SETTINGS)) {
            settings.setString(
                    1, Acting.now().map(Actor::id).map(String::valueOf).orElse(""));
            settings.setString(
                    2,
                    Acting.now()
                            .map(actor -> String.valueOf(actor.reach().number()))
                            .orElse(""));
            settings.execute();
        }
    }
}
