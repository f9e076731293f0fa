package mainstay.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mainstay.ledger.file.Field;
import mainstay.ledger.file.Kind;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Where rows wait for publication. Each import has a place of its own, held by a lock that ends with its
/// process.
@Repository
class StagingArea {

    private final DataSource loader;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    StagingArea(@Qualifier("loader") DataSource loader, JdbcClient database, PlatformTransactionManager transactions) {
        this.loader = loader;
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// Takes a place for a batch, and clears those whose imports died.
    Place take(long batch) throws SQLException {
        Connection connection = loader.getConnection();
        try {
            Place place = new Place(batch, connection);
            place.lock("pg_advisory_lock");
            transactions.executeWithoutResult(status -> buryDead());
            return place;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /// Imports whose process is gone are marked as failed.
    void buryDead() {
        database.sql("select ledger.bury_dead_imports()").query(Long.class).single();
    }

    private void open(Kind kind, long batch) {
        transactions.executeWithoutResult(status -> database.sql("select ledger.open_staging(:table, :batch)")
                .param("table", kind.stagingTable())
                .param("batch", batch)
                .query(String.class)
                .single());
    }

    /// Tells the planner what was staged, and makes room for the days it covers.
    void measure(Kind kind, long batch) {
        transactions.executeWithoutResult(status -> {
            database.sql("select ledger.measure_staging(:table, :batch)::text")
                    .param("table", kind.stagingTable())
                    .param("batch", batch)
                    .query()
                    .singleRow();
            if (kind == Kind.SALES) {
                database.sql("select ledger.open_months(:batch)::text")
                        .param("batch", batch)
                        .query()
                        .singleRow();
            }
        });
    }

    private void clear(long batch) {
        transactions.executeWithoutResult(status -> database.sql("select ledger.close_staging(:batch)::text")
                .param("batch", batch)
                .query()
                .singleRow());
    }

    /// The place of one import.
    final class Place implements AutoCloseable {

        private final long batch;
        private final Connection connection;

        private Place(long batch, Connection connection) {
            this.batch = batch;
            this.connection = connection;
        }

        /// Starts copying rows of a kind.
        CopyIn copy(Kind kind) throws SQLException {
            open(kind, batch);
            String columns = kind.staged().stream().map(Field::column).collect(Collectors.joining(", "));
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staging.%s_b%d (file_line, bad, %s) from stdin"
                            .formatted(kind.stagingTable(), batch, columns));
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                try {
                    clear(batch);
                } finally {
                    lock("pg_advisory_unlock");
                }
            }
        }

        private void lock(String function) throws SQLException {
            try (PreparedStatement lock =
                    connection.prepareStatement("select " + function + "(hashtext('ledger.import'), ?)")) {
                lock.setInt(1, Math.toIntExact(batch));
                lock.execute();
            }
        }
    }
}
