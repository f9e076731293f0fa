package mainstay.rating.finding;

import java.util.List;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.ledger.BatchDesk;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.file.Kind;
import mainstay.testing.SmallFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A ledger made of small files, and what the tests found in it.
@TestComponent
public class FindingLedger {
    static final String SALES = "customer,document,kind,date,product,quantity,unit,price,amount,floor price,region\n";

    private final ImportDesk desk;
    private final BatchDesk batches;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final FindingList list;
    private final Findings findings;

    FindingLedger(
            ImportDesk desk,
            BatchDesk batches,
            JdbcClient database,
            PlatformTransactionManager transactions,
            FindingList list,
            Findings findings) {
        this.desk = desk;
        this.batches = batches;
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.list = list;
        this.findings = findings;
    }

    ImportReport bring(Kind kind, String text) {
        return SmallFiles.bring(desk, kind, text);
    }

    ImportReport sell(String lines) {
        return bring(Kind.SALES, SALES + lines);
    }

    void withdraw(ImportReport report) {
        Acting.asOperator(() -> batches.withdraw(report.batch()));
    }

    boolean look() {
        return findings.ensureCurrent();
    }

    long run(String sql) {
        return ask(() -> (long) database.sql(sql).update());
    }

    long count(String sql) {
        return ask(() -> database.sql(sql).query(Long.class).single());
    }

    /// All that was found of an account by a test, the newest quarter first.
    List<Finding> all(String account, String test) {
        long id = count("select id from accounts.pub_account where code = '" + account + "'");
        return ask(() -> list.of(id)).stream()
                .filter(one -> one.test().equals(test))
                .toList();
    }

    @Nullable
    Finding found(String account, String test) {
        return all(account, test).stream().findFirst().orElse(null);
    }

    Finding one(String account, String test) {
        Finding found = found(account, test);
        if (found == null) {
            throw new IllegalStateException(test + " found nothing of " + account);
        }
        return found;
    }

    <T> T ask(Supplier<T> question) {
        return Acting.asOperator(() -> {
            T answer = transactions.execute(status -> question.get());
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            return answer;
        });
    }
}
