package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// A wholesaler with head offices that are billed for their shops: lines, accounts, receivables and payments.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideWorldImportersTests {

    private static final String FOLDER = "data/wide-world-importers/csv/";

    private final LedgerTestbed ledger;
    private ImportReport sales;
    private ImportReport accounts;
    private ImportReport receivables;
    private ImportReport payments;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    WideWorldImportersTests(
            ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @BeforeAll
    void bring_the_ledger_in() {
        accounts = ledger.importShared(FOLDER + "Sales.Customers.csv");
        sales = ledger.importShared(FOLDER + "Sales.InvoiceLines.csv.gz");
        receivables = ledger.importShared(FOLDER + "Sales.CustomerTransactions.csv.gz", Kind.RECEIVABLES);
        payments = ledger.importShared(FOLDER + "Sales.CustomerTransactions.csv.gz", Kind.PAYMENTS);
    }

    @Test
    void all_files_come_in_whole() {
        assertThat(accounts.status()).isEqualTo(Status.DONE);
        assertThat(accounts.accepted()).isEqualTo(663);
        assertThat(sales.status()).isEqualTo(Status.DONE);
        assertThat(sales.accepted()).isEqualTo(228_265);
        assertThat(sales.rejected()).isZero();
        assertThat(sales.accountsCreated()).isZero();
        assertThat(sales.from()).isEqualTo(LocalDate.of(2013, 1, 1));
        assertThat(sales.to()).isEqualTo(LocalDate.of(2016, 5, 31));
        assertThat(receivables.accepted()).isEqualTo(70_510);
        assertThat(receivables.amount()).isEqualTo(1_980_434_394_500L);
        assertThat(payments.accepted()).isEqualTo(26_637);
        assertThat(payments.amount()).isEqualTo(1_977_764_280_100L);
    }

    @Test
    void revenue_and_profit_agree() {
        assertThat(ledger.money("select sum(net_amount) from ledger.pub_account_day"))
                .isEqualByComparingTo("172261341.2");
        assertThat(ledger.money("select sum(net_known_amount - net_cost) from ledger.pub_account_day"))
                .isEqualByComparingTo("85729180.9");
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line where amount < cost"))
                .isEqualTo(4_626);
    }

    @Test
    void delivered_and_billed_customers_are_two_answers() {
        assertThat(ledger.count("select count(distinct account_id) from ledger.pub_account_day"))
                .isEqualTo(663);
        assertThat(ledger.count("select count(distinct bill_to_id) from ledger.pub_account_day"))
                .isEqualTo(263);
        assertThat(top("account_id"))
                .containsEntry("149", "381585.35")
                .containsEntry("132", "371822.3")
                .containsEntry("977", "369058.3");
        assertThat(top("bill_to_id"))
                .containsEntry("1", "54497209.6")
                .containsEntry("401", "54235435.9")
                .containsEntry("977", "369058.3");
    }

    @Test
    void months_and_sales_people_agree() {
        assertThat(ledger.moneyBy("""
                select to_char(month, 'YYYY-MM'), sum(net_amount)::bigint from ledger.pub_account_month group by 1"""))
                .containsEntry("2013-01", "3770410.85")
                .containsEntry("2015-07", "5155672")
                .containsEntry("2016-05", "4970932.65")
                .hasSize(41);
        assertThat(ledger.moneyBy("""
                select sales_person, sum(amount)::bigint from ledger.pub_sales_line group by 1""")).containsEntry("16", "17944098.45").containsEntry("2", "17566878.4");
    }

    @Test
    void categories_agree() {
        assertThat(ledger.moneyBy("""
                select a.category, sum(d.net_amount)::bigint from ledger.pub_account_day d
                join accounts.pub_account a on a.id = d.account_id group by 1"""))
                .containsEntry("Novelty Shop", "123220010.3")
                .containsEntry("Corporate", "11436874.2");
    }

    private Map<String, String> top(String account) {
        return ledger.moneyBy("""
                select a.code, sum(d.net_amount)::bigint from ledger.pub_account_day d
                join accounts.pub_account a on a.id = d.%s
                group by 1 order by 2 desc limit 3""".formatted(account));
    }
}
