package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/// An import that is tried out: it tells what it would do, and does nothing.
@Story
class RehearsalTests {

    private static final String HEADER = "customer,document,line,date,quantity,amount\n";
    private static final String FIRST = HEADER + """
            A1,I-1,1,2024-01-05,2,21
            A1,I-1,2,2024-01-05,1,3
            B2,I-2,1,2024-02-01,4,40
            """;
    private static final String SECOND = HEADER + """
            A1,I-1,1,2024-01-05,2,21
            A1,I-1,2,2024-01-05,1,4
            C3,I-3,1,2024-03-01,1,10
            """;

    private final LedgerTestbed ledger;
    private final Wizard controller;

    @Autowired
    RehearsalTests(
            ImportDesk desk,
            BatchDesk batches,
            JdbcClient database,
            PlatformTransactionManager transactions,
            MockMvc web,
            Cast cast) {
        this.ledger = new LedgerTestbed(desk, batches, database, transactions);
        this.controller = new Wizard(web, cast, cast.controller());
    }

    @BeforeEach
    void start_with_three_lines() {
        ledger.withdrawEverything();
        ledger.importText(Kind.SALES, FIRST);
    }

    @Test
    void a_rehearsal_tells_what_an_import_would_do_and_does_nothing() {
        var before = ledger.fingerprint();
        long revision = ledger.count("select revision from ledger.pub_state");

        ImportReport tried = ledger.importText(
                Kind.SALES, SECOND, request -> request.skippingBadRows().rehearsed());

        assertThat(tried.status()).isEqualTo(Status.REHEARSED);
        assertThat(tried.accepted()).isEqualTo(1);
        assertThat(tried.known()).isEqualTo(1);
        assertThat(tried.rejected()).isEqualTo(1);
        assertThat(tried.accountsCreated()).isEqualTo(1);
        assertThat(tried.effect()).containsExactly(new MonthEffect(LocalDate.of(2024, 3, 1), 0, 10_0000, 0));
        assertThat(ledger.fingerprint()).isEqualTo(before);
        assertThat(ledger.count("select revision from ledger.pub_state")).isEqualTo(revision);
        assertThat(ledger.rebuild()).isZero();

        ImportReport done = ledger.importText(Kind.SALES, SECOND, ImportRequest::skippingBadRows);
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.accepted()).isEqualTo(tried.accepted());
        assertThat(done.effect()).isEmpty();
    }

    @Test
    void a_rehearsed_replacement_shows_what_is_left_of_each_month() {
        long batch = ledger.count("select max(id) from ledger.pub_batch where status = 'done'");
        ImportReport tried = ledger.importText(
                Kind.SALES, SECOND, request -> request.replacing(batch).rehearsed());

        assertThat(tried.status()).isEqualTo(Status.REHEARSED);
        assertThat(tried.effect())
                .containsExactly(
                        new MonthEffect(LocalDate.of(2024, 3, 1), 0, 10_0000, 0),
                        new MonthEffect(LocalDate.of(2024, 2, 1), 40_0000, 0, 0),
                        new MonthEffect(LocalDate.of(2024, 1, 1), 24_0000, 25_0000, 0));
        assertThat(ledger.count(
                        "select count(*) from ledger.pub_batch where id = %d and status = 'done'".formatted(batch)))
                .isOne();
    }

    @Test
    void a_rehearsal_refuses_what_an_import_would_refuse() {
        ImportReport tried = ledger.importText(Kind.SALES, SECOND, ImportRequest::rehearsed);
        assertThat(tried.status()).isEqualTo(Status.REFUSED);
        assertThat(tried.problems()).hasSize(1);

        ImportReport gone = ledger.importText(
                Kind.SALES, SECOND, request -> request.replacing(tried.batch()).rehearsed());
        assertThat(gone.status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void what_an_import_would_tell_of_closed_accounts_and_missing_rates_a_rehearsal_tells_too() {
        ledger.importText(Kind.ACCOUNTS, "code,name,closed on\nB2,Birch,2024-02-15\n");
        String file =
                "customer,document,line,date,amount,currency\nB2,I-8,1,2024-03-01,9,\nA1,I-9,1,2024-04-01,7,USD\n";
        ImportReport tried = ledger.importText(Kind.SALES, file, ImportRequest::rehearsed);
        assertThat(tried.onClosedAccounts()).isEqualTo(1);
        assertThat(tried.effect())
                .containsExactly(
                        new MonthEffect(LocalDate.of(2024, 4, 1), 0, 0, 1),
                        new MonthEffect(LocalDate.of(2024, 3, 1), 0, 9_0000, 0));
        assertThat(ledger.importText(Kind.SALES, file).onClosedAccounts()).isEqualTo(1);
    }

    @Test
    void a_rehearsal_takes_no_correction() throws Exception {
        String draft = controller.send("bad.csv", SECOND);
        String tried = controller.ended(Wizard.goesTo(controller.tell(draft + "/rehearsal", "badRows", "skip")));
        assertThat(controller.page(tried)).contains("Trying out never imports").doesNotContain("/correction");
        assertThat(controller.correct(tried, SECOND).getStatus()).isEqualTo(409);
    }

    @Test
    void masters_are_rehearsed_too() {
        var before = ledger.fingerprint();
        ImportReport tried = ledger.importText(
                Kind.ACCOUNTS, "code,name,region\nA1,Alder,North\nD4,Dogwood,South\n", ImportRequest::rehearsed);
        assertThat(tried.status()).isEqualTo(Status.REHEARSED);
        assertThat(tried.accepted()).isEqualTo(2);
        assertThat(tried.accountsCreated()).isEqualTo(1);
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @Test
    void in_the_browser_the_file_is_tried_out_and_then_imported() throws Exception {
        String draft = controller.send("march.csv", SECOND.replace("1,4\n", "1,3\n"));
        String tried = controller.ended(Wizard.goesTo(controller.tell(draft + "/rehearsal")));
        assertThat(controller.page(tried))
                .contains("Tried out", "It would bring 1 of 3 rows", "2024-03", "Go on to the import", draft);
        assertThat(controller.see(tried + "/withdrawal").getStatus()).isEqualTo(409);
        assertThat(controller.page(controller.imported(draft))).contains("1 of 3 rows are in the ledger");
    }
}
