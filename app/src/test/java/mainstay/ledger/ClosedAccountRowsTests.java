package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import mainstay.ledger.file.Kind;
import mainstay.shared.web.Texts;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/// Sales of accounts that are closed come in, and the report says so.
@Story
class ClosedAccountRowsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Texts texts;

    @Test
    void rows_from_the_closing_on_are_counted_and_those_before_are_not(
            @Autowired ImportDesk desk,
            @Autowired BatchDesk batches,
            @Autowired JdbcClient database,
            @Autowired PlatformTransactionManager transactions)
            throws Exception {
        LedgerTestbed ledger = new LedgerTestbed(desk, batches, database, transactions);
        ledger.importText(Kind.ACCOUNTS, "code,name,closedOn\nGONE,Gone Shop,2026-03-01\nHERE,Open Shop,\n");

        ImportReport report = ledger.importText(Kind.SALES, """
                customer,document,date,amount
                GONE,G-1,2026-02-28,10
                GONE,G-2,2026-03-01,20
                GONE,G-3,2026-04-01,30
                HERE,H-1,2026-04-01,40
                """);

        assertThat(report.status()).isEqualTo(ImportReport.Status.DONE);
        assertThat(report.onClosedAccounts()).isEqualTo(2);
        assertThat(ReportSentences.of(report, texts, Locale.ENGLISH))
                .contains("2 rows are of accounts that were closed by then: they count, and somebody should look.");
        assertThat(new Wizard(web, cast, cast.controller()).page("/imports/" + report.batch()))
                .contains("2 rows are of accounts that were closed by then");
    }
}
