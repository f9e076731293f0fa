package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import mainstay.accounts.MasterProblem.Reason;
import mainstay.identity.Acting;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Story
class AccountMastersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final EnumSet<AccountField> ALL = EnumSet.allOf(AccountField.class);

    @Autowired
    AccountMasters masters;

    @Autowired
    Accounts accounts;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_field_that_a_file_has_not_stays_and_an_empty_one_is_emptied() {
        apply("fields", 1, ALL, row("F1", "Nord", 50_000_0000L));
        apply("fields", 2, EnumSet.of(AccountField.REGION), row("F1", "Süd", null));
        assertThat(card("F1").region()).isEqualTo("Süd");
        assertThat(card("F1").creditLimit()).isEqualTo(50_000_0000L);

        apply("fields", 3, EnumSet.of(AccountField.CREDIT_LIMIT), row("F1", null, null));
        assertThat(card("F1").creditLimit()).isNull();

        withdraw(3);
        assertThat(card("F1").creditLimit()).isEqualTo(50_000_0000L);
        withdraw(1);
        assertThat(card("F1").creditLimit()).isNull();
        assertThat(card("F1").region()).isEqualTo("Süd");
    }

    @Test
    void control_reaches_the_root_and_a_minority_holding_does_not() {
        apply("tree", 10, ALL, row("T"), under("T1", "T", "50.01"), under("T11", "T1", null), under("T2", "T", "50"));

        assertThat(roots("T%", TODAY))
                .containsEntry("T", "T")
                .containsEntry("T1", "T")
                .containsEntry("T11", "T")
                .containsEntry("T2", "T2");
        assertThat(card("T11").groupCode()).isEqualTo("T");
    }

    @Test
    void a_parent_holds_from_its_day_and_the_one_before_until_then() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        apply("dated", 20, ALL, row("D1"), row("D2"), under("D3", "D1", null));
        apply("dated", 21, ALL, AccountMaster.named(2, "D3", null).under("D2", null, july));

        assertThat(roots("D3", july.minusDays(1))).containsEntry("D3", "D1");
        assertThat(roots("D3", july)).containsEntry("D3", "D2");

        withdraw(21);
        assertThat(roots("D3", july)).containsEntry("D3", "D1");
    }

    @Test
    void a_row_that_would_close_a_circle_is_not_taken() {
        apply("circle", 30, ALL, row("C1"), under("C2", "C1", null));

        AccountMasters.Outcome outcome =
                apply("circle", 31, ALL, under("C1", "C2", null), under("C3", "C1", null), row("C4"));

        assertThat(outcome.problems()).extracting(MasterProblem::reason).containsExactly(Reason.PARENT_CIRCLE);
        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(roots("C%", TODAY)).containsEntry("C1", "C1").containsEntry("C3", "C1");
    }

    @Test
    void rows_that_circle_among_themselves_leave_no_account_behind() {
        AccountMasters.Outcome outcome = apply("ring", 35, ALL, under("O1", "O2", null), under("O2", "O1", null));

        assertThat(outcome.created()).isZero();
        assertThat(roots("O%", TODAY)).isEmpty();
    }

    @Test
    void withdrawing_never_leaves_a_circle_behind() {
        apply("knot", 40, ALL, row("K2"), under("K1", "K2", null));
        apply("knot", 41, ALL, row("K1"));
        apply("knot", 42, ALL, under("K2", "K1", null));

        withdraw(41);

        assertThat(roots("K%", TODAY)).containsEntry("K1", "K1").containsEntry("K2", "K1");
    }

    @Test
    void every_account_has_exactly_one_root_in_a_file_of_many() {
        List<AccountMaster> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(under("M" + i, i % 10 == 0 ? null : "M" + (i - 1), null));
        }
        apply("many", 50, ALL, many.toArray(AccountMaster[]::new));

        Map<String, String> roots = roots("M%", TODAY);
        assertThat(roots).hasSize(20_000).containsEntry("M19999", "M19990");
    }

    @Test
    void who_stands_behind_a_managers_code_sees_the_accounts_and_no_others() {
        var manager = cast.keyAccountManager();
        apply("team", 60, ALL, managed("L1", manager.name()), managed("L2", "somebody"), row("L3"));

        assertThat(cast.as(manager, () -> accounts.byCode("L1"))).isPresent();
        assertThat(cast.as(manager, () -> accounts.byCode("L2"))).isEmpty();
        assertThat(cast.as(cast.viewer(), () -> accounts.byCode("L2"))).isPresent();

        apply("team", 61, EnumSet.of(AccountField.MANAGER), managed("L1", "somebody"));
        assertThat(cast.as(manager, () -> accounts.byCode("L1"))).isEmpty();
    }

    private AccountMasters.Outcome apply(
            String source, long batch, EnumSet<AccountField> given, AccountMaster... rows) {
        return Acting.asOperator(() -> masters.apply(batch, source, given, List.of(rows)));
    }

    private void withdraw(long batch) {
        Acting.asOperator(() -> {
            masters.withdraw(batch);
            return null;
        });
    }

    private AccountCard card(String code) {
        return Acting.asOperator(() -> accounts.byCode(code)).orElseThrow();
    }

    private Map<String, String> roots(String like, LocalDate day) {
        Map<String, String> roots = new TreeMap<>();
        Acting.asOperator(() -> inTransaction(() -> {
            database.sql("""
                            select a.code, r.code as root from accounts.pub_root(:day) x
                            join accounts.pub_account a on a.id = x.account_id
                            join accounts.pub_account r on r.id = x.root_id
                            where a.code like :like
                            """).param("day", day).param("like", like).query(row -> {
                assertThat(roots.put(row.getString("code"), row.getString("root")))
                        .isNull();
            });
            return roots;
        }));
        return roots;
    }

    private static AccountMaster row(String code) {
        return AccountMaster.named(2, code, null);
    }

    private static AccountMaster row(String code, @Nullable String region, @Nullable Long limit) {
        return new AccountMaster(2, code, null, null, region, null, null, limit, null, null, null, null, null, null);
    }

    private static AccountMaster managed(String code, String manager) {
        return row(code).lookedAfterBy(manager, null);
    }

    private static AccountMaster under(String code, @Nullable String parent, @Nullable String holding) {
        return row(code).under(parent, holding == null ? null : new BigDecimal(holding), null);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
