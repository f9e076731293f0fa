package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import mainstay.ledger.ImportReport.Status;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The real ledger of a wholesaler, through its shipped profile, against published and computed figures.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailTests {

    private static final String FILE = "data/online-retail/online_retail.csv.gz";

    private final LedgerTestbed ledger;
    private ImportReport report;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    OnlineRetailTests(
            ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @BeforeAll
    void bring_the_ledger_in() {
        report = ledger.importShared(FILE);
    }

    @Test
    void no_row_is_bad_and_rows_without_customer_are_counted() {
        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(report.rows()).isEqualTo(541_909);
        assertThat(report.accepted()).isEqualTo(541_909);
        assertThat(report.rejected()).isZero();
        assertThat(report.unattributed()).isEqualTo(135_080);
        assertThat(report.accountsCreated()).isEqualTo(4_372);
        assertThat(report.from()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(report.to()).isEqualTo(LocalDate.of(2011, 12, 9));
        assertThat(report.unmappedColumns()).isEmpty();
        assertThat(report.amount()).isEqualTo(97_477_479_340L);
    }

    @Test
    void the_raw_file_is_all_there() {
        assertThat(ledger.count("select count(distinct document_id) from ledger.pub_sales_line"))
                .isEqualTo(25_900);
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line where kind = 'credit'"))
                .isEqualTo(9_288);
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line where quantity < 0"))
                .isEqualTo(10_624);
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line where price = 0"))
                .isEqualTo(2_515);
        assertThat(ledger.count("select count(distinct product) from ledger.pub_sales_line"))
                .isEqualTo(4_070);
        assertThat(ledger.count("select count(distinct region) from ledger.pub_sales_line"))
                .isEqualTo(38);
        assertThat(ledger.money("select sum(net_amount) from ledger.pub_account_day where account_id is null"))
                .isEqualByComparingTo("1447682.12");
    }

    /// Bad debts, corrections of stock, and lines told twice: all of them are rows as any other.
    ///
    /// 5,268 rows equal an earlier one in every column; of what the ledger keeps of a line, 5,271 do.
    @Test
    void odd_rows_stay_what_they_are() {
        assertThat(ledger.moneyBy(
                        "select document, amount from ledger.pub_sales_line where document like 'A%' order by 1"))
                .containsExactlyEntriesOf(
                        ordered("A563185", "11062.06", "A563186", "-11062.06", "A563187", "-11062.06"));
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line where quantity < 0 and kind = 'invoice'"))
                .isEqualTo(1_336);
        assertThat(ledger.count("""
                select count(*) - count(distinct (document_id, product_id, quantity, price, account_id, region, date))
                from ledger.pub_sales_line""")).isEqualTo(5_271);
        assertThat(ledger.count("""
                select count(*) from ledger.pub_sales_line a where product = '85123a'
                and exists (select from ledger.pub_sales_line b where b.product = '85123A')""")).isPositive();
    }

    @Test
    void net_figures_agree() {
        String attributed = " from ledger.pub_account_day where account_id is not null";
        assertThat(ledger.count("select sum(net_lines)" + attributed)).isEqualTo(406_829);
        assertThat(ledger.money("select sum(net_amount)" + attributed)).isEqualByComparingTo("8300065.814");
        assertThat(ledger.count("select count(distinct account_id)" + attributed))
                .isEqualTo(4_372);
        assertThat(top("net"))
                .containsExactlyEntriesOf(ordered(
                        "14646", "279489.02", "18102", "256438.49", "17450", "187482.17", "14911", "132572.62"));
    }

    @Test
    void gross_figures_agree() {
        String gross = " from ledger.pub_account_day where account_id is not null and gross_lines > 0";
        assertThat(ledger.count("select sum(gross_lines)" + gross)).isEqualTo(397_884);
        assertThat(ledger.money("select sum(gross_amount)" + gross)).isEqualByComparingTo("8911407.904");
        assertThat(ledger.count("select count(distinct account_id)" + gross)).isEqualTo(4_338);
        assertThat(top("gross"))
                .containsExactlyEntriesOf(
                        ordered("14646", "280206.02", "18102", "259657.3", "17450", "194550.79", "16446", "168472.5"));
        BigDecimal returns = ledger.money("""
                select sum(gross_amount - net_amount) from ledger.pub_account_day where account_id is not null""");
        assertThat(returns).isEqualByComparingTo("611342.09");
    }

    @Test
    void months_agree() {
        Map<String, String> net = ledger.moneyBy("""
                select to_char(month, 'YYYY-MM'), sum(net_amount)::bigint from ledger.pub_account_month
                where account_id is not null group by 1 order by 1""");
        assertThat(net)
                .containsEntry("2010-12", "554604.02")
                .containsEntry("2011-04", "426047.851")
                .containsEntry("2011-11", "1132407.74")
                .containsEntry("2011-12", "342506.38")
                .hasSize(13);
        Map<String, String> gross = ledger.moneyBy("""
                select to_char(month, 'YYYY-MM'), sum(gross_amount)::bigint from ledger.pub_account_month
                where account_id is not null group by 1 order by 1""");
        assertThat(gross)
                .containsEntry("2010-12", "572713.89")
                .containsEntry("2011-07", "600091.011")
                .containsEntry("2011-12", "518192.79");
    }

    @Test
    void countries_agree() {
        Map<String, String> gross = ledger.moneyBy("""
                select region, sum(amount)::bigint from ledger.pub_sales_line
                where account_id is not null and kind = 'invoice' and quantity > 0 and price > 0
                group by 1 order by 2 desc limit 5""");
        assertThat(gross)
                .containsExactlyEntriesOf(ordered(
                        "United Kingdom",
                        "7308391.554",
                        "Netherlands",
                        "285446.34",
                        "EIRE",
                        "265545.9",
                        "Germany",
                        "228867.14",
                        "France",
                        "209024.05"));
    }

    @Test
    void who_buys_and_cancels_at_once_is_in_both_views() {
        assertThat(ledger.moneyBy("""
                select a.code, sum(d.net_amount)::bigint from ledger.pub_account_day d
                join accounts.pub_account a on a.id = d.account_id
                where a.code in ('12346', '16446') group by 1 order by 1""")).containsEntry("12346", "0").containsEntry("16446", "2.9");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        Map<String, String> before = ledger.fingerprint();
        ImportReport again = ledger.importShared(FILE);
        assertThat(again.status()).isEqualTo(Status.ALREADY_IMPORTED);
        assertThat(again.batch()).isEqualTo(report.batch());
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @Test
    void rebuilt_days_and_months_are_the_same() {
        assertThat(ledger.rebuild()).isZero();
    }

    private Map<String, String> top(String view) {
        return ledger.moneyBy("""
                select a.code, sum(d.%s_amount)::bigint from ledger.pub_account_day d
                join accounts.pub_account a on a.id = d.account_id
                group by 1 order by 2 desc limit 4""".formatted(view));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
