package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.identity.FirmSettings;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Reason;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The firm may choose its currency until the first file is in, and a file on its way must not get past that.
@Story
class CurrencyChangeTests {

    private final ImportDesk desk;
    private final FirmDesk firm;
    private final LedgerTestbed ledger;

    @Autowired
    CurrencyChangeTests(
            ImportDesk desk,
            BatchDesk batches,
            FirmDesk firm,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.firm = firm;
        this.ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    private Map<String, String> choose(String currency) {
        return Acting.asOperator(() -> firm.settle(
                new FirmSettings("Firm", currency, "Asia/Shanghai", 1, "unknown", "pinyin", "12345", true)));
    }

    @Test
    void a_file_that_was_read_in_another_currency_is_refused() {
        ImportRequest request = ImportRequest.of(
                ledger.write("customer,document,date,amount\nA1,I-1,2024-01-05,10\n"), MappingWish.of(Kind.SALES));
        ImportReport refused = Acting.asOperator(() -> desk.run(request, progress -> {
            assertThat(choose("EUR")).isEmpty();
            return true;
        }));

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.CURRENCY_CHANGED);
            assertThat(problem.args()).containsExactly("CNY", "EUR");
        });

        assertThat(ledger.run(request).status()).isEqualTo(Status.DONE);
        assertThat(ledger.text("select currency from ledger.pub_state")).isEqualTo("EUR");
        assertThat(choose("CNY")).containsKey("currency");
    }
}
