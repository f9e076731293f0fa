package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mainstay.ledger.ImportReport.Status;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// A small ledger whose amounts are price times quantity less discount, and its deliveries.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NorthwindTests {

    private static final String FOLDER = "data/northwind/csv/";

    private final LedgerTestbed ledger;
    private ImportReport sales;
    private ImportReport deliveries;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    NorthwindTests(ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @BeforeAll
    void bring_the_ledger_in() {
        ledger.importShared(FOLDER + "Customers.csv");
        sales = ledger.importShared(FOLDER + "OrderDetails.csv");
        deliveries = ledger.importShared(FOLDER + "Orders.csv");
        ledger.importShared(FOLDER + "Products.csv");
    }

    @Test
    void eighty_nine_of_ninety_one_accounts_buy() {
        assertThat(sales.status()).isEqualTo(Status.DONE);
        assertThat(sales.accepted()).isEqualTo(2_155);
        assertThat(ledger.count("select count(*) from accounts.pub_account")).isEqualTo(91);
        assertThat(ledger.count("select count(distinct account_id) from ledger.pub_account_day"))
                .isEqualTo(89);
        assertThat(ledger.money("select sum(net_amount) from ledger.pub_account_day"))
                .isEqualByComparingTo("1265793.0395");
    }

    @Test
    void the_largest_and_the_months_agree() {
        Map<String, String> top = ledger.moneyBy("""
                select a.name, sum(d.net_amount)::bigint from ledger.pub_account_day d
                join accounts.pub_account a on a.id = d.account_id group by 1 order by 2 desc limit 3""");
        assertThat(top.keySet()).containsExactly("QUICK-Stop", "Ernst Handel", "Save-a-lot Markets");
        assertThat(top).containsEntry("Ernst Handel", "104874.9785");
        assertThat(ledger.moneyBy("""
                select to_char(month, 'YYYY-MM'), round(sum(net_amount), -2)::bigint from ledger.pub_account_month group by 1"""))
                .containsEntry("1996-07", "27861.9")
                .containsEntry("1998-04", "123798.68")
                .hasSize(23);
    }

    @Test
    void late_and_missing_deliveries_agree() {
        assertThat(deliveries.accepted()).isEqualTo(830);
        assertThat(ledger.count("select count(*) from ledger.pub_delivery where delivered > promised"))
                .isEqualTo(37);
        assertThat(ledger.count("select count(*) from ledger.pub_delivery where delivered is null"))
                .isEqualTo(21);
    }

    @Test
    void products_have_their_names_and_categories_from_their_file() {
        assertThat(ledger.text("select name || ' / ' || category from ledger.pub_product where code = '11'"))
                .isEqualTo("Queso Cabrales / Dairy Products");
    }
}
