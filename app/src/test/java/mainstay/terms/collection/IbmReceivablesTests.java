package mainstay.terms.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.PaymentBehaviour;
import mainstay.ledger.PaymentFigures;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The receivables that IBM published, against figures that were computed for them elsewhere.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IbmReceivablesTests {

    private static final String FILE = "data/ibm-accounts-receivable/WA_Fn-UseC_-Accounts-Receivable.csv";

    @Autowired
    ImportDesk desk;

    @Autowired
    PaymentBehaviour behaviour;

    @Autowired
    FirmReceivables firm;

    @Autowired
    Debtors debtors;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void the_file_as_it_was_published() {
        load(
                Kind.RECEIVABLES,
                Map.of(
                        "customer", "customerID",
                        "number", "invoiceNumber",
                        "issued", "InvoiceDate",
                        "due", "DueDate",
                        "amount", "InvoiceAmount",
                        "disputed", "Disputed"));
        load(
                Kind.PAYMENTS,
                Map.of(
                        "customer", "customerID",
                        "invoice", "invoiceNumber",
                        "date", "SettledDate",
                        "amount", "InvoiceAmount"));
    }

    private void load(Kind kind, Map<String, String> columns) {
        MappingWish wish = new MappingWish(Optional.of(kind), null, columns, "M/d/yyyy", null);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(SharedData.file(FILE), wish)));
        assertThat(report.problems()).isEmpty();
        assertThat(report.accepted()).isEqualTo(2_466);
        assertThat(report.amount()).isEqualTo(147_703_1800L);
    }

    private record Late(long invoices, long amount) {}

    private Late late(int from, int to) {
        return Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql("""
                        select count(*) as invoices, coalesce(sum(s.amount), 0)::bigint as amount
                        from ledger.pub_receivable r join ledger.pub_settlement s on s.receivable_id = r.id
                        where greatest(s.paid_on - r.due, 0) between :from and :to
                        """)
                        .param("from", from)
                        .param("to", to)
                        .query((row, number) -> new Late(row.getLong("invoices"), row.getLong("amount")))
                        .single()));
    }

    @Test
    void everything_is_settled_as_late_as_it_was() {
        assertThat(late(0, 0)).isEqualTo(new Late(1_589, 93_742_4000L));
        assertThat(late(1, 30)).isEqualTo(new Late(869, 53_399_2600L));
        assertThat(late(31, 60)).isEqualTo(new Late(8, 561_5200L));
        assertThat(late(61, 9_999)).isEqualTo(new Late(0, 0));
    }

    @Test
    void the_worst_payer_is_late_by_twenty_days_of_an_average_unit_of_money() {
        Double late = Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql("""
                        select sum(greatest(s.paid_on - r.due, 0) * s.amount)::float8 / sum(s.amount)
                        from ledger.pub_receivable r
                        join ledger.pub_settlement s on s.receivable_id = r.id
                        join accounts.pub_account a on a.id = r.account_id
                        where a.code = '2621-XCLEH'
                        """).query(Double.class).single()));

        assertThat(late).isCloseTo(20.2747, within(5e-5));
    }

    @Test
    void at_the_end_nobody_owes_anything_and_in_between_the_list_agrees_with_each_account() {
        LocalDate end = LocalDate.of(2014, 1, 9);
        assertThat(Acting.asOperator(() -> firm.of(end)).payment().open()).isZero();

        LocalDate day = LocalDate.of(2013, 6, 30);
        List<PaymentFigures> accounts = Acting.asOperator(() -> behaviour.ofAll(day));
        PaymentFigures all = Acting.asOperator(() -> firm.of(day)).payment();
        assertThat(all.open())
                .isEqualTo(accounts.stream().mapToLong(PaymentFigures::open).sum());
        assertThat(all.overdue())
                .isEqualTo(accounts.stream().mapToLong(PaymentFigures::overdue).sum());
        assertThat(all.averageDaysDelinquent()).isNotNull().isPositive();
    }

    @Test
    void nothing_is_left_to_collect() {
        assertThat(Acting.asOperator(() -> debtors.page(new DebtorWish(null, null, 1, null, null)))
                        .found())
                .isZero();
    }
}
