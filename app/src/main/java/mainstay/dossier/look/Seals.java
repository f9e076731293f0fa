package mainstay.dossier.look;

import java.util.HexFormat;
import mainstay.dossier.look.LookReport.Chain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The chain over the looks.
@Repository
@Transactional
class Seals {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient database;
    private final TransactionTemplate steps;

    Seals(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.steps = new TransactionTemplate(transactions);
    }

    /// Some thousands of looks that are not sealed yet; whoever else seals waits.
    ///
    /// @return whether there may be more
    private boolean seal() {
        int sealed = database.sql("select dossier.seal_looks(:most)")
                .param("most", AT_ONCE)
                .query(Integer.class)
                .single();
        return sealed == AT_ONCE;
    }

    /// Until nothing is left. Each step is a transaction of its own.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void sealAll() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(steps.execute(status -> seal()));
        }
    }

    @Transactional(readOnly = true)
    public Chain chain() {
        return database.sql("select n, hash from dossier.seal order by n desc limit 1")
                .query((row, number) ->
                        new Chain(row.getLong("n"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional()
                .orElseGet(() -> new Chain(0, ""));
    }
}
