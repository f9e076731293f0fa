package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// The receivables of Wide World Importers, against the numbers that were computed for them elsewhere.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideWorldReceivablesTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2016, 5, 31);
    private static final long OUTSTANDING = 267_011_4400L;

    @Autowired
    ImportDesk desk;

    @Autowired
    PaymentBehaviour behaviour;

    @Autowired
    ReceivableItems items;

    private final Map<Kind, ImportReport> reports = new EnumMap<>(Kind.class);

    @BeforeAll
    void the_files_as_they_were_published() {
        String transactions = "data/wide-world-importers/csv/Sales.CustomerTransactions.csv.gz";
        load("data/wide-world-importers/csv/Sales.Customers.csv", Kind.ACCOUNTS, "wwi-accounts");
        load(transactions, Kind.RECEIVABLES, "wwi-receivables");
        load(transactions, Kind.PAYMENTS, "wwi-payments");
    }

    @Test
    void every_invoice_and_payment_is_taken() {
        assertThat(reports.get(Kind.RECEIVABLES))
                .returns(70_510L, ImportReport::accepted)
                .returns(198_043_439_4500L, ImportReport::amount);
        assertThat(reports.get(Kind.PAYMENTS))
                .returns(26_637L, ImportReport::accepted)
                .returns(197_776_428_0100L, ImportReport::amount);
    }

    @Test
    void what_is_outstanding_is_what_is_not_paid() {
        List<PaymentFigures> all = Acting.asOperator(() -> behaviour.ofAll(LAST_DAY));

        assertThat(all.stream().mapToLong(PaymentFigures::open).sum()).isEqualTo(OUTSTANDING);
        assertThat(all).allSatisfy(figures -> assertThat(figures.overdue()).isZero());
        assertThat(all.stream()
                        .flatMap(figures ->
                                Acting.asOperator(() -> items.openOf(figures.accountId(), LAST_DAY, 1_000)).stream()))
                .hasSize(84);
    }

    @Test
    void everybody_pays_on_the_next_day_and_so_on_time() {
        assertThat(Acting.asOperator(() -> behaviour.ofAll(LAST_DAY)))
                .filteredOn(figures -> figures.paid() > 0)
                .isNotEmpty()
                .allSatisfy(figures -> {
                    assertThat(figures.daysToPay()).isEqualTo(1.0);
                    assertThat(figures.onTimeShare()).isEqualTo(1.0);
                    assertThat(figures.daysLate()).isZero();
                });
    }

    @Test
    void twenty_three_owe_more_than_their_limit() {
        assertThat(Acting.asOperator(() -> behaviour.ofAll(LAST_DAY)))
                .filteredOn(PaymentFigures::isAboveLimit)
                .hasSize(23);
    }

    @Test
    void a_day_before_everything_of_that_day_is_open_and_no_more() {
        LocalDate day = LocalDate.of(2015, 6, 15);

        assertThat(Acting.asOperator(() -> behaviour.ofAll(day)).stream()
                        .flatMap(figures ->
                                Acting.asOperator(() -> items.openOf(figures.accountId(), day, 1_000)).stream()))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.issued()).isEqualTo(day));
    }

    @Test
    void groups_owe_together_what_their_members_owe() {
        assertThat(Acting.asOperator(() -> behaviour.ofAllGroups(LAST_DAY)).stream()
                        .mapToLong(PaymentFigures::open)
                        .sum())
                .isEqualTo(OUTSTANDING);
    }

    private void load(String file, Kind kind, String profile) {
        MappingWish wish = new MappingWish(Optional.of(kind), profile, Map.of(), null, null);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(SharedData.file(file), wish)));
        assertThat(report.status()).as(report.problems().toString()).isEqualTo(ImportReport.Status.DONE);
        reports.put(kind, report);
    }
}
