package mainstay.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mainstay.ledger.file.CopyText;
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
    private final SalesNumbers numbers;
    private final StagedMonths months;
    private final TransactionOperations transactions;

    StagingArea(
            @Qualifier("loader") DataSource loader,
            JdbcClient database,
            SalesNumbers numbers,
            StagedMonths months,
            PlatformTransactionManager transactions) {
        this.loader = loader;
        this.database = database;
        this.numbers = numbers;
        this.months = months;
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
        call("select ledger.open_staging(:table, :batch)", Map.of("table", kind.stagingTable(), "batch", batch));
    }

    /// Where the rows of a file go while it is read.
    StagedRows rows(Place place, Arrival arrival) throws SQLException {
        if (arrival.kind() != Kind.SALES) {
            return new PlainRows(place.copy(arrival.kind()));
        }
        call("select ledger.open_sales_staging(:batch)::text", Map.of("batch", arrival.batch()));
        return new SalesRows(new SalesLinesCopy(new SalesPlace(place, arrival)), place::copySide, numbers, arrival);
    }

    /// Tells the planner of what was staged. Months of sales were measured one by one.
    void measure(Arrival arrival) {
        Kind kind = arrival.kind();
        if (kind != Kind.SALES) {
            call(
                    "select ledger.measure_staging(:table, :batch)::text",
                    Map.of("table", kind.stagingTable(), "batch", arrival.batch()));
        }
    }

    private void call(String function, Map<String, ?> arguments) {
        transactions.executeWithoutResult(
                status -> database.sql(function).params(arguments).query().singleRow());
    }

    private void clear(long batch) {
        call("select ledger.close_staging(:batch)::text", Map.of("batch", batch));
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
            return copyInto(kind.stagingTable(), "file_line, bad, " + columns);
        }

        private void copySide(String table, String columns, CopyText rows) throws SQLException {
            if (rows.length() > 0) {
                byte[] bytes = rows.drain();
                CopyIn copy = copyInto(table, columns);
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            }
        }

        private CopyIn copyInto(String table, String columns) throws SQLException {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staging.%s_b%d (%s) from stdin".formatted(table, batch, columns));
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

    /// Lines and months of sales.
    private final class SalesPlace implements SalesLinesCopy.Place {

        private final Place place;
        private final StagedMonths.Work work;

        private SalesPlace(Place place, Arrival arrival) {
            this.place = place;
            this.work = months.begin(arrival);
        }

        @Override
        public CopyIn copy(String columns) throws SQLException {
            return place.copyInto("sales_line", columns);
        }

        @Override
        public void openMonth(LocalDate month) {
            work.open(month);
        }

        @Override
        public boolean isComplete(LocalDate month) {
            return work.isHandedOver(month);
        }

        @Override
        public void finish() {
            work.finish();
        }

        @Override
        public void close() {
            work.close();
        }
    }
}
