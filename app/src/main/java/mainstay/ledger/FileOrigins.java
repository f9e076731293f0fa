package mainstay.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import mainstay.accounts.BatchOrigins;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells the accounts from which files they have what they know.
@Repository
class FileOrigins implements BatchOrigins {

    private final JdbcClient database;

    FileOrigins(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Origin> of(Collection<Long> batches) {
        return database.sql("""
                        select id, file_name, by_user, at, withdrawn_at from ledger.batch_origin(:batches)
                        """)
                .param("batches", batches.toArray(Long[]::new))
                .query((row, number) -> new Origin(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("by_user"),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        Sql.instant(row, "withdrawn_at")))
                .list();
    }
}
