package mainstay.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import mainstay.accounts.AccountRegister;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Numbers that accounts, products and documents have or will have.
@Repository
class SalesNumbers {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient database;
    private final AccountRegister register;
    private final TransactionOperations transactions;
    private final int documentsAtOnce;

    SalesNumbers(
            JdbcClient database,
            AccountRegister register,
            PlatformTransactionManager transactions,
            @Value("${mainstay.import.documents-at-once}") int documentsAtOnce) {
        this.database = database;
        this.register = register;
        this.transactions = new TransactionTemplate(transactions);
        this.documentsAtOnce = documentsAtOnce;
    }

    StagedCodes accounts(String source) {
        return new StagedCodes(register.numbers(source), new NumberedIds(() -> register.unusedNumbers(AT_ONCE)));
    }

    StagedCodes products(String source) {
        Map<String, Long> known = inTransaction(() -> {
            Map<String, Long> found = new HashMap<>();
            database.sql("select code, id from ledger.product where source = :source")
                    .param("source", source)
                    .query(row -> {
                        found.put(row.getString("code"), row.getLong("id"));
                    });
            return found;
        });
        return new StagedCodes(known, new NumberedIds(this::unusedProducts));
    }

    StagedDocuments documents() {
        return new StagedDocuments(new NumberedIds(this::unusedDocuments), documentsAtOnce);
    }

    private long[] unusedProducts() {
        return inTransaction(() -> database
                .sql("select nextval('ledger.product_id_seq') from generate_series(1, :count)")
                .param("count", AT_ONCE)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /// All numbers up to the next that the sequence gives: a large file has a million documents.
    private long[] unusedDocuments() {
        return inTransaction(() -> database.sql(
                        "select nextval('ledger.document_id_seq') as first, seqincrement as numbers"
                                + " from pg_catalog.pg_sequence where seqrelid = 'ledger.document_id_seq'::regclass")
                .query((row, number) -> LongStream.range(
                                row.getLong("first"), row.getLong("first") + row.getLong("numbers"))
                        .toArray())
                .single());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
