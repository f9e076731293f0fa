package mainstay.workbench;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whether there is a ledger to speak of.
@Repository
class LedgerPresence {

    private final JdbcClient database;

    LedgerPresence(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    boolean isEmpty() {
        return database.sql("select not exists (select 1 from ledger.pub_state where data_to is not null)")
                .query(Boolean.class)
                .single();
    }
}
