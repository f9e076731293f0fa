package mainstay.terms.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.PaymentBehaviour;
import mainstay.ledger.PaymentFigures;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    private <T> T inside(Supplier<T> question) {
        return Acting.asOperator(() -> new TransactionTemplate(transactions).execute(status -> question.get()));
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

    /// Days late over all that was invoiced; what came early is nought days late.
    private record Lateness(long late, double weighted, double mean, double meanOfLate, long accountsNeverLate) {}

    @Test
    void lateness_over_all_invoices_is_what_others_found() {
        Lateness found = inside(
                () -> database.sql("""
                with settled as (
                    select r.account_id, s.amount, greatest(s.paid_on - r.due, 0) as days
                    from ledger.pub_receivable r join ledger.pub_settlement s on s.receivable_id = r.id)
                select count(*) filter (where days > 0) as late,
                       sum(days * amount)::float8 / sum(amount) as weighted,
                       avg(days)::float8 as mean, avg(days) filter (where days > 0)::float8 as mean_of_late,
                       (select count(*) from (select 1 from settled group by account_id having max(days) = 0) n)
                           as accounts_never_late
                from settled
                """).query(RecordRows.of(Lateness.class)).single());

        assertThat(found.late()).isEqualTo(oracle().get("late_invoices").asLong());
        assertThat(found.weighted())
                .isCloseTo(oracle().get("amount_weighted_days_late").asDouble(), within(5e-5));
        assertThat(found.mean()).isCloseTo(oracle().get("days_late_mean_all").asDouble(), within(5e-7));
        assertThat(found.meanOfLate())
                .isCloseTo(oracle().get("days_late_mean_of_late").asDouble(), within(5e-6));
        assertThat(found.accountsNeverLate())
                .isEqualTo(oracle().get("customers_never_late").asLong());
    }

    @Test
    void the_worst_ten_are_those_that_others_found() {
        List<String> found = inside(() -> database.sql("""
                select a.code || ': ' || to_char(sum(greatest(s.paid_on - r.due, 0) * s.amount)::numeric / sum(s.amount), 'FM990.0000')
                       || ' days, ' || count(*) || ' invoices, late '
                       || to_char(count(*) filter (where s.paid_on > r.due)::numeric / count(*), 'FM0.0000') as told
                from ledger.pub_receivable r
                join ledger.pub_settlement s on s.receivable_id = r.id
                join accounts.pub_account a on a.id = r.account_id
                group by a.code
                order by sum(greatest(s.paid_on - r.due, 0) * s.amount)::numeric / sum(s.amount) desc limit 10
                """).query(String.class).list());

        assertThat(found)
                .containsExactlyElementsOf(oracle().get("worst_10_by_amount_weighted_days_late")
                        .valueStream()
                        .map(one -> one.get(0).asString() + ": " + one.get(1).asString())
                        .toList());
    }

    /// Invoices that were not paid at the end of a day, and what was open of them.
    private record Open(long invoices, long amount, long late, long lateAmount) {

        String told() {
            return "%d invoices, %s; overdue %d invoices, %s"
                    .formatted(invoices, money(amount), late, money(lateAmount));
        }

        private static String money(long amount) {
            return new Money(amount).toDecimal().toPlainString();
        }
    }

    @Test
    void in_between_as_much_is_open_and_overdue_as_others_found() {
        LocalDate day = LocalDate.of(2013, 6, 30);
        Open open = inside(() -> database.sql("""
                select count(*) as invoices, sum(r.amount)::bigint as amount,
                       count(*) filter (where r.due < :day) as late,
                       sum(r.amount) filter (where r.due < :day)::bigint as late_amount
                from ledger.pub_receivable r
                where r.issued <= :day
                  and not exists (select from ledger.pub_settlement s where s.receivable_id = r.id and s.paid_on <= :day)
                """)
                .param("day", day)
                .query(RecordRows.of(Open.class))
                .single());
        assertThat(open.told()).isEqualTo(oracle().get("open_at_2013-06-30").asString());

        PaymentFigures all = Acting.asOperator(() -> firm.of(day)).payment();
        assertThat(all.open()).isEqualTo(open.amount());
        assertThat(all.overdue()).isEqualTo(open.lateAmount());
    }

    private static JsonNode oracle() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(SharedData.file("oracles/oracles_dev.json")))
                    .get("ar");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
