package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Processes that die in the middle of an import leave the ledger as it was.
///
/// Starting one takes seconds, so five die, with `-Dmainstay.all=true` twenty; fifteen more moments are tried in
/// [InterruptedImportTests] by cutting connections, which is what the database sees of it.
@Story
class CrashTests {

    private static final int LINES = 60_000;
    private static final int KILLS = Boolean.getBoolean("mainstay.all") ? 20 : 5;

    private final LedgerTestbed ledger;

    @Autowired
    CrashTests(ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @Test
    void a_killed_import_leaves_nothing_or_everything() throws Exception {
        ledger.importText(Kind.SALES, "customer,document,date,amount\nA1,I-1,2024-01-05,5\n");
        Map<String, String> before = ledger.fingerprint();
        Path file = ledger.write(bigFile());
        Random random = new Random(20261116);
        int inTheMiddle = 0;
        for (int i = 0; i < KILLS; i++) {
            inTheMiddle += killDuring(file, random.nextInt(1, 300 * (i % 5 + 1))) ? 1 : 0;
            long lines = ledger.count("select count(*) from ledger.pub_sales_line");
            assertThat(lines).isIn(1L, LINES + 1L);
            if (lines > 1) {
                ledger.withdraw(ledger.importFile(Kind.SALES, file));
            }
        }
        assertThat(inTheMiddle).as("kills that met a running import").isGreaterThan(KILLS / 2);
        awaitNotice();
        ImportReport whole = ledger.importFile(Kind.SALES, file);
        assertThat(whole.status()).isIn(Status.DONE, Status.ALREADY_IMPORTED);
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line")).isEqualTo(LINES + 1L);
        assertThat(ledger.count("select count(*) from ledger.pub_batch where status = 'running'"))
                .isZero();
        assertThat(ledger.rebuild()).isZero();
        assertThat(ledger.count("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid "
                        + "where c.relnamespace = 'staging'::regnamespace"))
                .isZero();
        ledger.withdraw(whole);
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    /// The database notices the death of a process when the statement it runs for it ends.
    private void awaitNotice() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> ledger.count("select count(*) from pg_locks where locktype = 'advisory' "
                                + "and database = (select oid from pg_database where datname = current_database()) "
                                + "and classid::bigint = hashtext('ledger.import')::bigint & 4294967295")
                        == 0);
    }

    /// Kills the importing process some time after it began to copy rows. Those that were killed before have left
    /// batches behind that seem to run.
    ///
    /// @return whether it was still at it
    private boolean killDuring(Path file, int milliseconds) throws IOException, InterruptedException {
        String own = "select count(*) from ledger.pub_batch where status = 'running' and id > "
                + ledger.count("select coalesce(max(id), 0) from ledger.pub_batch");
        Process process = child(file);
        try {
            while (process.isAlive() && ledger.count(own) == 0) {
                Thread.sleep(20);
            }
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            return process.isAlive();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process child(Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "mainstay.Mainstay",
                "import",
                file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("crash", ".log").toFile());
        builder.environment().put("MAINSTAY_DATABASE_URL", StoryDatabase.ownerUrl());
        builder.environment()
                .put(
                        "MAINSTAY_HOME",
                        Path.of("target", "crash-home").toAbsolutePath().toString());
        return builder.start();
    }

    private static String bigFile() {
        StringBuilder text = new StringBuilder("customer,document,date,product,quantity,price\n");
        for (int i = 0; i < LINES; i++) {
            text.append("C%d,D%d,2024-%02d-%02d,P%d,%d,2.5\n"
                    .formatted(i % 700, i / 4, 1 + i / 4 % 12, 1 + i / 4 % 28, i % 90, 1 + i % 9));
        }
        return text.toString();
    }
}
