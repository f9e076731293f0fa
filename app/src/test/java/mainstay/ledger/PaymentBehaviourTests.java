package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mainstay.accounts.AccountField;
import mainstay.accounts.AccountMaster;
import mainstay.accounts.AccountMasters;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@Story
class PaymentBehaviourTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Autowired
    AccountMasters masters;

    @Autowired
    Accounts accounts;

    @Autowired
    PaymentBehaviour behaviour;

    @Autowired
    ReceivableItems items;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    private static long masterBatch = 1_000;

    private final StagedItems staged = new StagedItems("pay");

    @Test
    void the_worked_example_of_the_definitions() {
        account("WORKED", 2_000L, null);
        staged.invoices(
                1,
                invoice("W1", "WORKED", NEW_YEAR, 30, 1_000),
                invoice("W2", "WORKED", NEW_YEAR.plusMonths(1), 30, 2_000),
                invoice("W3", "WORKED", JULY.minusDays(40), 30, 1_000),
                invoice("W4", "WORKED", JULY.minusDays(10), 30, 500));
        staged.payments(
                2,
                StagedItems.payment("P1", "W1", "WORKED", NEW_YEAR.plusDays(30), 1_000),
                StagedItems.payment("P2", "W2", "WORKED", NEW_YEAR.plusMonths(1).plusDays(40), 2_000));

        PaymentFigures figures = figures("WORKED", JULY);

        assertThat(figures.open()).isEqualTo(1_500_0000L);
        assertThat(figures.overdue()).isEqualTo(1_000_0000L);
        assertThat(figures.onTimeShare()).isEqualTo(0.25);
        assertThat(figures.daysLate()).isEqualTo(7.5);
        assertThat(figures.overdueShare()).isCloseTo(2.0 / 3, within(1e-9)).isCloseTo(0.667, within(5e-4));
        assertThat(figures.ageing()).isEqualTo(new PaymentFigures.Ageing(1_000_0000L, 0, 0, 0));
        assertThat(figures.limitUse()).isEqualTo(0.75);
        assertThat(figures.salesDays()).isEqualTo(182);
        assertThat(figures.dso()).isCloseTo(182 * 1_500.0 / 4_500, within(1e-9));
    }

    @Test
    void what_names_no_invoice_settles_the_oldest_due_first() {
        account("FIFO", null, null);
        staged.invoices(
                10,
                invoice("F-late", "FIFO", NEW_YEAR, 60, 100),
                invoice("F-early", "FIFO", NEW_YEAR, 10, 100),
                invoice("F-named", "FIFO", NEW_YEAR, 90, 100));
        staged.payments(
                11,
                StagedItems.payment("FP1", null, "FIFO", NEW_YEAR.plusDays(5), 150),
                StagedItems.payment("FP2", "F-named", "FIFO", NEW_YEAR.plusDays(5), 130));

        assertThat(open("FIFO", JULY)).isEqualTo(Map.of("F-late", 20_0000L));
        assertThat(open("FIFO", NEW_YEAR.plusDays(4))).hasSize(3);
    }

    @Test
    void a_credit_note_is_set_off_and_counts_as_no_payment() {
        account("NOTE", null, null);
        staged.invoices(
                20, invoice("C1", "NOTE", NEW_YEAR, 30, 100), invoice("C2", "NOTE", NEW_YEAR.plusDays(3), 0, -40));

        assertThat(open("NOTE", JULY)).isEqualTo(Map.of("C1", 60_0000L));
        assertThat(figures("NOTE", JULY).open()).isEqualTo(60_0000L);
        assertThat(figures("NOTE", JULY).onTimeShare()).isZero();
    }

    @Test
    void an_account_that_paid_too_much_owes_nothing_and_a_refund_takes_the_rest_away() {
        account("MORE", null, null);
        staged.invoices(30, invoice("M1", "MORE", NEW_YEAR, 30, 100));
        staged.payments(
                31,
                StagedItems.payment("MP1", null, "MORE", NEW_YEAR.plusDays(3), 250),
                StagedItems.payment("MP2", null, "MORE", NEW_YEAR.plusDays(40), -100));
        assertThat(figures("MORE", JULY).open()).isZero();

        staged.invoices(32, invoice("M2", "MORE", NEW_YEAR.plusDays(50), 30, 80));
        assertThat(open("MORE", JULY)).isEqualTo(Map.of("M2", 30_0000L));
    }

    @Test
    void a_newer_row_supersedes_and_withdrawing_it_restores() {
        account("NEWER", null, null);
        staged.invoices(40, invoice("N1", "NEWER", NEW_YEAR, 30, 100));
        staged.invoices(41, invoice("N1", "NEWER", NEW_YEAR, 30, 70));
        assertThat(figures("NEWER", JULY).open()).isEqualTo(70_0000L);

        staged.withdrawInvoices(41);
        assertThat(figures("NEWER", JULY).open()).isEqualTo(100_0000L);
        staged.withdrawInvoices(40);
        assertThat(Acting.asOperator(() -> behaviour.of(id("NEWER"), JULY))).isEmpty();
    }

    @Test
    void a_file_without_due_days_waits_for_the_payment_term() {
        account("TERM", null, null);
        staged.invoices(50, new StagedItems.Invoice("T1", "TERM", NEW_YEAR, null, 100));
        assertThat(figures("TERM", JULY).overdue()).isZero();

        Acting.asOperator(() -> masters.apply(
                ++masterBatch,
                "pay",
                EnumSet.of(AccountField.PAYMENT_TERM),
                List.of(new AccountMaster(
                        2, "TERM", null, null, null, null, null, null, 30, null, null, null, null, null))));
        staged.date();
        assertThat(figures("TERM", JULY).overdue()).isEqualTo(100_0000L);

        Acting.run(Actor.operator(), () -> masters.withdraw(masterBatch));
        staged.date();
        assertThat(figures("TERM", JULY).overdue()).isZero();
    }

    @Test
    void a_group_owes_what_its_members_owe_under_the_limits_they_have() {
        account("G", null, null);
        account("G1", 1_000L, "G");
        account("G2", 500L, "G");
        staged.invoices(60, invoice("G-1", "G1", NEW_YEAR, 30, 800), invoice("G-2", "G2", NEW_YEAR, 30, 1_000));

        PaymentFigures group =
                Acting.asOperator(() -> behaviour.ofGroup(id("G"), JULY)).orElseThrow();

        assertThat(group.open()).isEqualTo(1_800_0000L);
        assertThat(group.limitUse()).isEqualTo(1.2);
        assertThat(group.limitsAdded()).isTrue();
        assertThat(group.isAboveLimit()).as("of a limit that nobody set").isFalse();
        assertThat(Acting.asOperator(() -> behaviour.ofAllGroups(JULY)))
                .filteredOn(figures -> figures.accountId() == id("G1"))
                .isEmpty();
    }

    @Test
    void limits_added_up_are_called_so_and_one_that_is_set_decides() throws Exception {
        account("SUM", null, null);
        account("SUM1", 1_000L, "SUM");
        account("SUM2", 500L, "SUM");
        staged.invoices(65, invoice("SUM-1", "SUM2", NEW_YEAR, 30, 1_400));
        assertThat(receivablesOf("SUM"))
                .contains("of 1,500, the members' limits added up; none is set for the group")
                .doesNotContain("above the limit");

        account("SUM", 1_200L, null);

        PaymentFigures group =
                Acting.asOperator(() -> behaviour.ofGroup(id("SUM"), JULY)).orElseThrow();
        assertThat(group.limitsAdded()).isFalse();
        assertThat(group.isAboveLimit()).isTrue();
        assertThat(receivablesOf("SUM")).contains("above the limit of 1,200");
    }

    private String receivablesOf(String code) throws Exception {
        return web.perform(get("/accounts/" + code + "/receivables?group=true&asOf=" + JULY)
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.controller())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void who_may_not_see_money_sees_no_figures() {
        account("SECRET", null, null);
        staged.invoices(70, invoice("S1", "SECRET", NEW_YEAR, 30, 100));
        long id = id("SECRET");

        assertThat(cast.as(cast.viewer(), () -> behaviour.of(id, JULY))).isEmpty();
        assertThat(cast.as(cast.controller(), () -> behaviour.of(id, JULY))).isPresent();
    }

    private void account(String code, @Nullable Long limit, @Nullable String parent) {
        AccountMaster row = new AccountMaster(
                2,
                code,
                code,
                null,
                null,
                null,
                null,
                limit == null ? null : limit * 10_000,
                null,
                null,
                null,
                parent,
                null,
                null);
        Acting.asOperator(() -> masters.apply(++masterBatch, "pay", EnumSet.allOf(AccountField.class), List.of(row)));
    }

    private static StagedItems.Invoice invoice(String number, String account, LocalDate issued, int term, long amount) {
        return new StagedItems.Invoice(number, account, issued, issued.plusDays(term), amount);
    }

    private PaymentFigures figures(String code, LocalDate day) {
        return Acting.asOperator(() -> behaviour.of(id(code), day)).orElseThrow();
    }

    private Map<String, Long> open(String code, LocalDate day) {
        return Acting.asOperator(() -> items.openOf(id(code), day, 100)).stream()
                .collect(Collectors.toMap(ReceivableItem::number, item -> Objects.requireNonNull(item.open())));
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code)).orElseThrow().id();
    }
}
