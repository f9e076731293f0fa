package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Reading;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was ordered and what dealers sold on: exported again and again, from text files and workbooks.
@Story
class OrderStoryTests {

    private static final String ORDERS = """
            order no,line no,customer,order date,required date,sku,qty,open qty,open amount,amount,currency,cancelled
            O-1,1,A1,2024-01-05,2024-01-20,P1,10,4,40,100,,no
            O-1,2,A1,2024-01-05,2024-01-20,P2,5,5,25,25,,no
            O-2,1,B2,2024-02-05,,P1,1,0,0,10,USD,yes
            """;
    private static final String SELL_OUT = """
            经销商编码,物料编码,月份,销量,地区,期末库存,单位
            D1,P1,2024-01,12,华东,30,件
            D1,P1,2024年2月,7.5,华东,22.5,件
            D2,P1,202401,1,,,件
            """;

    private final LedgerTestbed ledger;
    private final JdbcClient database;
    private final RateDesk rates;
    private final TransactionTemplate transactions;
    private final Cast cast;

    @Autowired
    OrderStoryTests(
            ImportDesk desk,
            BatchDesk batches,
            JdbcClient database,
            PlatformTransactionManager manager,
            RateDesk rates,
            Cast cast) {
        this.ledger = new LedgerTestbed(desk, batches, database, manager);
        this.database = database;
        this.transactions = new TransactionTemplate(manager);
        this.rates = rates;
        this.cast = cast;
    }

    @BeforeEach
    void start_with_an_empty_ledger() {
        ledger.withdrawEverything();
    }

    @Test
    void orders_say_what_is_still_to_be_delivered() {
        ledger.importText(Kind.RATES, "currency,date,rate\nUSD,2024-01-01,7\n");
        ImportReport report = ledger.importText(Kind.ORDERS, ORDERS);
        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.accountsCreated()).isEqualTo(2);
        assertThat(report.amount()).isEqualTo(195_0000L);
        assertThat(report.from()).hasToString("2024-01-05");
        assertThat(report.to()).hasToString("2024-02-05");
        assertThat(report.unmappedColumns()).isEmpty();
        assertThat(ledger.money("select sum(undelivered_amount) from ledger.pub_order where not cancelled"))
                .isEqualByComparingTo("65");
        assertThat(ledger.text("select original_amount || currency from ledger.pub_order where number = 'O-2'"))
                .isEqualTo("100000USD");
    }

    @Test
    void a_rate_that_comes_later_is_applied_to_orders_when_wished() {
        assertThat(ledger.importText(Kind.ORDERS, ORDERS).amount()).isEqualTo(125_0000L);
        ledger.importText(Kind.RATES, "currency,date,rate\nUSD,2024-01-01,7\n");
        Retranslation done = Acting.asOperator(() -> rates.applyWhereNoneWas());
        assertThat(done.changed()).isEqualTo(1);
        assertThat(ledger.money("select sum(amount) from ledger.pub_order")).isEqualByComparingTo("195");
    }

    @Test
    void sell_out_is_kept_by_month() {
        ImportReport report = ledger.importText(Kind.SELLOUT, SELL_OUT);
        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(report.from()).hasToString("2024-01-01");
        assertThat(report.to()).hasToString("2024-02-01");
        assertThat(ledger.money("select sum(quantity) from ledger.pub_sell_out"))
                .isEqualByComparingTo("20.5");
        assertThat(ledger.count("select count(*) from ledger.pub_sell_out where stock is null"))
                .isEqualTo(1);
    }

    @Test
    void newer_rows_supersede_and_withdrawing_them_restores_the_former() {
        ledger.importText(Kind.ORDERS, ORDERS);
        ledger.importText(Kind.SELLOUT, SELL_OUT);
        Map<String, String> before = ledger.fingerprint();
        ImportReport orders =
                ledger.importText(Kind.ORDERS, ORDERS.replace("10,4,40", "10,0,0") + "O-9,1,Z9,2024-03-01,,,,,,1,,\n");
        ImportReport sold = ledger.importText(Kind.SELLOUT, SELL_OUT.replace("7.5", "8"));
        assertThat(ledger.count("select count(*) from ledger.pub_order")).isEqualTo(4);
        assertThat(ledger.count("select sum(undelivered) from ledger.pub_order where number = 'O-1'"))
                .isEqualTo(50_000);
        assertThat(ledger.money("select sum(quantity) from ledger.pub_sell_out"))
                .isEqualByComparingTo("21");
        ledger.withdraw(sold);
        ledger.withdraw(orders);
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @Test
    void a_corrected_file_replaces_its_batch() {
        ImportReport first = ledger.importText(Kind.ORDERS, ORDERS);
        ImportReport second = ledger.importText(
                Kind.ORDERS, ORDERS.replace("O-2", "O-3"), request -> request.replacing(first.batch()));
        assertThat(second.status()).isEqualTo(Status.DONE);
        assertThat(ledger.count("select count(*) from ledger.pub_order where number = 'O-2'"))
                .isZero();
        assertThat(ledger.importText(Kind.ORDERS, ORDERS, request -> request.replacing(999_999))
                        .problems())
                .singleElement()
                .extracting(RowProblem::reason)
                .isEqualTo(Reason.NO_SUCH_BATCH);
        assertThat(ledger.importText(Kind.SELLOUT, SELL_OUT, request -> request.replacing(second.batch()))
                        .problems())
                .singleElement()
                .extracting(RowProblem::reason)
                .isEqualTo(Reason.BATCH_NOT_REPLACEABLE);
    }

    @Test
    void orders_without_lines_are_told_apart_by_their_products() {
        ImportReport report = ledger.importText(
                Kind.ORDERS, "number,account,date,product,amount\nO-1,A1,2024-01-05,P1,1\nO-1,A1,2024-01-05,P2,2\n");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(ledger.count("select count(*) from ledger.pub_order")).isEqualTo(2);
    }

    @Test
    void bad_rows_have_their_reasons() {
        ImportReport orders = ledger.importText(Kind.ORDERS, """
                number,line,account,date,quantity,cancelled
                O-1,1,A1,2024-01-05,1,no
                O-1,x,A1,2024-01-05,1,no
                O-1,2,,2024-01-05,1,no
                O-1,3,A1,2024-02-30,1,no
                O-1,4,A1,2024-01-05,1,perhaps
                O-1,5,..,2024-01-05,1,no
                'O-1; drop table,6,A1,2024-01-05,1,no
                """, ImportRequest::skippingBadRows);
        assertThat(orders.accepted()).isEqualTo(2);
        assertThat(orders.problems().stream().map(RowProblem::reason))
                .containsExactly(
                        Reason.NOT_A_NUMBER,
                        Reason.MISSING,
                        Reason.NOT_A_DATE,
                        Reason.NOT_YES_OR_NO,
                        Reason.UNUSABLE_CODE);
        ImportReport sold = ledger.importText(Kind.SELLOUT, """
                account,product,period,quantity
                D1,P1,2024-01,1
                D1,P1,2024-13,1
                D1,P1,1024-01,1
                D1,,2024-01,1
                D1,P1,2024-02,
                """, ImportRequest::skippingBadRows);
        assertThat(sold.problems().stream().map(RowProblem::reason))
                .containsExactly(Reason.NOT_A_DATE, Reason.DATE_OUT_OF_RANGE, Reason.MISSING, Reason.MISSING);
    }

    @Test
    void whoever_may_not_see_the_money_sees_no_orders() {
        ledger.importText(Kind.ORDERS, ORDERS);
        ledger.importText(Kind.SELLOUT, SELL_OUT);
        String both = "select (select count(*) from ledger.pub_order) + (select count(*) from ledger.pub_sell_out)";
        assertThat(cast.as(cast.controller(), () -> count(both))).isEqualTo(6);
        assertThat(cast.as(cast.viewer(), () -> count(both))).isZero();
        assertThat(cast.as(cast.keyAccountManager(), () -> count(both))).isZero();
    }

    @Test
    void two_sheets_of_one_workbook_are_two_batches() throws IOException {
        Path file = ledger.write(new byte[0], ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            fill(workbook.newWorksheet("Jan"), "O-1");
            fill(workbook.newWorksheet("Feb"), "O-2");
        }
        assertThat(ledger.importFile(Kind.ORDERS, file).problems())
                .singleElement()
                .extracting(RowProblem::reason)
                .isEqualTo(Reason.SEVERAL_SHEETS);
        assertThat(sheet(file, "Jan").status()).isEqualTo(Status.DONE);
        assertThat(sheet(file, "Feb").status()).isEqualTo(Status.DONE);
        assertThat(sheet(file, "Jan").status()).isEqualTo(Status.ALREADY_IMPORTED);
        assertThat(ledger.count("select count(*) from ledger.pub_order")).isEqualTo(2);
    }

    @Test
    void the_reason_quotes_the_account_file_as_it_stands() {
        ImportReport report = ledger.importText(Kind.ACCOUNTS, """
                客户编码,账期,信用额度,上级客户
                A1,-5,,
                A2,,-1.50,
                A3,,,Z9
                """, ImportRequest::skippingBadRows);
        assertThat(report.problems().stream().map(problem -> problem.column() + " " + problem.value()))
                .containsExactly("账期 -5", "信用额度 -1.50", "上级客户 Z9");
    }

    private ImportReport sheet(Path file, String name) {
        MappingWish wish = MappingWish.of(Kind.ORDERS).read(new Reading(null, null, name));
        return ledger.run(ImportRequest.of(file, wish));
    }

    private static void fill(Worksheet sheet, String order) {
        List<String> headers = List.of("number", "account", "date", "amount");
        List<String> values = List.of(order, "A1", "2024-01-05", "12.5");
        for (int i = 0; i < headers.size(); i++) {
            sheet.value(0, i, headers.get(i));
            sheet.value(1, i, values.get(i));
        }
    }

    private long count(String sql) {
        Long counted = transactions.execute(
                status -> database.sql(sql).query(Long.class).single());
        return counted == null ? 0 : counted;
    }
}
