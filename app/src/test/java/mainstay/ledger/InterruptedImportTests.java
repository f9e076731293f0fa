package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mainstay.identity.Acting;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Reason;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What comes between an import and its end: a database that goes, a disk that is full, somebody who cancels, somebody
/// else who imports or withdraws. Processes that are killed are another test's.
@Story
class InterruptedImportTests {

    private static final int LINES = 12_000;
    private static final String HEADER = "customer,document,line,date,amount\n";

    private static int series;

    private final ImportDesk desk;
    private final LedgerTestbed ledger;
    private final Random chance = new Random(20261122);

    @Autowired
    InterruptedImportTests(
            ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @BeforeEach
    void a_ledger_with_one_line() {
        ledger.withdrawEverything();
        ledger.importText(Kind.SALES, HEADER + "A1,FIRST-" + ++series + ",1,2024-01-05,5\n");
    }

    @Test
    void an_import_whose_connections_break_at_fifteen_moments_leaves_nothing_or_everything() throws Exception {
        Path file = ledger.write(lines("CUT-" + ++series));
        long whole = timed(() -> ledger.importFile(Kind.SALES, ledger.write(lines("WARM-" + ++series))));
        ledger.withdrawEverything();
        Map<String, String> before = ledger.fingerprint();
        int inTheMiddle = 0;
        for (int i = 0; i < 15; i++) {
            inTheMiddle += cutAfter(file, chance.nextLong(whole)) ? 1 : 0;
            assertThat(lineCount()).as("cut " + i).isIn(0L, (long) LINES);
            ledger.withdrawEverything();
        }
        assertThat(inTheMiddle).as("cuts that an import did not outlive").isPositive();
        ImportReport report = ledger.importFile(Kind.SALES, file);
        assertThat(report.status()).isIn(Status.DONE, Status.ALREADY_IMPORTED);
        assertThat(lineCount()).isEqualTo(LINES);
        assertThat(ledger.rebuild()).isZero();
        ledger.withdraw(report);
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @Test
    void cancelling_at_any_moment_leaves_nothing_or_everything() throws Exception {
        Path file = ledger.write(lines("CANCEL-" + ++series));
        Map<String, String> before = ledger.fingerprint();
        Set<Status> ends = EnumSet.noneOf(Status.class);
        for (int i = 0; i < 8; i++) {
            ImportReport report = cancelledAfter(file, chance.nextLong(1L << (i + 3)));
            ends.add(report.status());
            assertThat(report.status()).isIn(Status.CANCELLED, Status.DONE);
            assertThat(lineCount()).isEqualTo(report.status() == Status.DONE ? LINES + 1L : 1L);
            if (report.status() == Status.DONE) {
                ledger.withdraw(report);
            }
            assertThat(ledger.fingerprint()).isEqualTo(before);
        }
        assertThat(ends).contains(Status.CANCELLED);
    }

    @Test
    void a_full_disk_is_told_in_a_sentence_and_leaves_nothing() {
        Path file = ledger.write(lines("FULL-" + ++series));
        Map<String, String> before = ledger.fingerprint();
        for (String table : List.of("staging.sales_line", "ledger.document", "ledger.sales_line", "accounts.mention")) {
            onFullDisk(table, () -> {
                ImportReport report = ledger.importFile(Kind.SALES, file);
                assertThat(report.status()).as(table).isEqualTo(Status.FAILED);
                assertThat(report.problems())
                        .extracting(problem -> problem.reason())
                        .containsExactly(Reason.DISK_FULL);
            });
            assertThat(ledger.fingerprint()).as(table).isEqualTo(before);
        }
        assertThat(ledger.importFile(Kind.SALES, file).status()).isEqualTo(Status.DONE);
    }

    @Test
    void the_same_file_from_two_sides_at_once_comes_in_once() throws Exception {
        Path file = ledger.write(lines("SAME-" + ++series));

        List<ImportReport> reports = atOnce(file, file);

        assertThat(reports)
                .extracting(ImportReport::status)
                .containsExactlyInAnyOrder(Status.DONE, Status.ALREADY_IMPORTED);
        assertThat(lineCount()).isEqualTo(LINES + 1L);
        assertThat(ledger.rebuild()).isZero();
    }

    @Test
    void two_files_about_the_same_accounts_and_days_come_in_at_once() throws Exception {
        List<ImportReport> reports =
                atOnce(ledger.write(lines("ONE-" + ++series)), ledger.write(lines("TWO-" + ++series)));

        assertThat(reports).extracting(ImportReport::status).containsOnly(Status.DONE);
        assertThat(lineCount()).isEqualTo(2L * LINES + 1);
        assertThat(ledger.rebuild()).isZero();
    }

    @Test
    void a_batch_withdrawn_while_another_comes_in_goes_whole() throws Exception {
        ImportReport first = ledger.importFile(Kind.SALES, ledger.write(lines("GOES-" + ++series)));
        Path second = ledger.write(lines("COMES-" + ++series));
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ImportReport> coming = people.submit(() -> ledger.importFile(Kind.SALES, second));
            Thread.sleep(chance.nextLong(400));
            ledger.withdraw(first);
            assertThat(coming.get().status()).isEqualTo(Status.DONE);
        }
        assertThat(lineCount()).isEqualTo(LINES + 1L);
        assertThat(ledger.rebuild()).isZero();
    }

    private List<ImportReport> atOnce(Path one, Path other) throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ImportReport> first = people.submit(() -> ledger.importFile(Kind.SALES, one));
            Future<ImportReport> second = people.submit(() -> ledger.importFile(Kind.SALES, other));
            return List.of(first.get(), second.get());
        }
    }

    /// Ends every connection that works for the import, as the death of its process would.
    ///
    /// @return whether the import broke off
    private boolean cutAfter(Path file, long milliseconds) throws Exception {
        boolean broken = false;
        try (ExecutorService somebody = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ImportReport> coming = somebody.submit(() -> ledger.importFile(Kind.SALES, file));
            try {
                coming.get(milliseconds, TimeUnit.MILLISECONDS);
                return false;
            } catch (TimeoutException running) {
                TestServer.executeAt(
                        StoryDatabase.ownerUrl(),
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                                + " and usename in ('mainstay_app', 'mainstay_loader') and state <> 'idle'");
            }
            try {
                broken = coming.get().status() == Status.FAILED;
            } catch (ExecutionException brokenOff) {
                assertThat(brokenOff).hasCauseInstanceOf(RuntimeException.class);
                broken = true;
            }
        }
        Thread.sleep(600);
        return broken;
    }

    private ImportReport cancelledAfter(Path file, long milliseconds) throws Exception {
        List<Long> opened = new ArrayList<>();
        try (ExecutorService somebody = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ImportReport> coming =
                    somebody.submit(() -> Acting.asOperator(() -> desk.run(sales(file), new ImportWatch() {
                        @Override
                        public void opened(long batch) {
                            synchronized (opened) {
                                opened.add(batch);
                            }
                        }

                        @Override
                        public boolean follow(Progress progress) {
                            return true;
                        }
                    })));
            Thread.sleep(milliseconds);
            synchronized (opened) {
                opened.forEach(batch -> Acting.asOperator(() -> desk.cancel(batch)));
            }
            return coming.get();
        }
    }

    private static void onFullDisk(String table, Runnable work) {
        owner("""
                create or replace function public.disk_is_full() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$""");
        owner("create trigger full_disk before insert on " + table
                + " for each row execute function public.disk_is_full()");
        try {
            work.run();
        } finally {
            owner("drop trigger full_disk on " + table);
        }
    }

    private static void owner(String sql) {
        try {
            TestServer.executeAt(StoryDatabase.ownerUrl(), sql);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ImportRequest sales(Path file) {
        return ImportRequest.of(file, MappingWish.of(Kind.SALES));
    }

    private static long timed(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private long lineCount() {
        return ledger.count("select count(*) from ledger.pub_sales_line");
    }

    private static String lines(String documents) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < LINES; i++) {
            text.append("C%d,%s-%d,%d,2024-%02d-%02d,2.5\n"
                    .formatted(i % 300, documents, i / 4, i % 4 + 1, 1 + i / 4 % 12, 1 + i / 4 % 28));
        }
        return text.toString();
    }
}
