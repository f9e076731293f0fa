package mainstay.ledger;

import java.util.List;
import java.util.Set;
import mainstay.ledger.file.Kind;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SalesPublisher implements Publisher {

    private final JdbcClient database;
    private final StagedAccounts accounts;

    SalesPublisher(JdbcClient database, StagedAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SALES);
    }

    @Override
    public long check(Arrival arrival) {
        return database.sql("select ledger.check_sales(:batch, :source, :lines, :replaced)")
                .param("batch", arrival.batch())
                .param("source", arrival.source())
                .param("lines", arrival.file().maps("line"))
                .param("replaced", arrival.replaces())
                .query(Long.class)
                .single();
    }

    @Override
    public Published publish(Arrival arrival) {
        int created = accounts.registerOfSales(arrival);
        if (arrival.file().maps("unit")) {
            database.sql("select ledger.note_units(:batch)::text")
                    .param("batch", arrival.batch())
                    .query()
                    .singleRow();
        }
        return database.sql("""
                        select accepted, known, unattributed, amount, data_from, data_to
                        from ledger.publish_sales(:batch, :source)
                        """)
                .param("batch", arrival.batch())
                .param("source", arrival.source())
                .query((row, number) -> new Published(
                        row.getLong("accepted"),
                        row.getLong("known"),
                        row.getLong("unattributed"),
                        created,
                        Sql.number(row, "amount"),
                        Sql.date(row, "data_from"),
                        Sql.date(row, "data_to"),
                        List.of()))
                .single();
    }

    @Override
    public void withdraw(Kind kind, long batch) {
        database.sql("select ledger.withdraw_sales(:batch)")
                .param("batch", batch)
                .query(Long.class)
                .single();
        accounts.withdraw(batch);
    }
}
