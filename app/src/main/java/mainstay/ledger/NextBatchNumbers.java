package mainstay.ledger;

import mainstay.accounts.BatchNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Numbers from the row in which files get theirs.
@Repository
class NextBatchNumbers implements BatchNumbers {

    private final JdbcClient database;

    NextBatchNumbers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public long next() {
        return database.sql("select nextval('ledger.batch_id_seq')")
                .query(Long.class)
                .single();
    }
}
