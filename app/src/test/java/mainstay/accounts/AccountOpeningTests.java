package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Story
class AccountOpeningTests {

    private static final int AT_ONCE = 6;

    @Autowired
    AccountDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountMasters masters;

    @Autowired
    AccountRegister register;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Cast cast;

    @Test
    void of_several_who_open_the_same_account_at_once_one_does_and_the_others_are_told() throws Exception {
        List<AccountOpening> ends = atOnce(IntStream.range(0, AT_ONCE)
                .mapToObj(number -> wanted("ONE", "First " + number, "NEW" + number))
                .toList());
        assertThat(ends).filteredOn(AccountOpening.Opened.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(AccountOpening.Taken.class::isInstance)
                .hasSize(AT_ONCE - 1)
                .containsOnly(new AccountOpening.Taken("ONE"));
        assertThat(inTransaction("select count(*) from accounts.account where code like 'ONE%'"))
                .isEqualTo(1);
        assertThat(inTransaction("select count(*) from accounts.manager where code like 'NEW%'"))
                .as("nothing stays of those who came too late")
                .isEqualTo(1);
    }

    @Test
    void different_accounts_opened_at_once_all_stand_with_what_was_said() throws Exception {
        cast.director();
        long before = inTransaction("select revision from accounts.pub_list_revision");
        List<AccountOpening> ends = atOnce(IntStream.range(0, AT_ONCE)
                .mapToObj(number -> wanted("SIDE" + number, "Side " + number, "SHARED"))
                .toList());
        assertThat(ends).allMatch(AccountOpening.Opened.class::isInstance);
        AccountCard one =
                cast.as(cast.director(), () -> accounts.byCode("SIDE3").orElseThrow());
        assertThat(one.name()).isEqualTo("Side 3");
        assertThat(one.region()).isEqualTo("North");
        assertThat(one.managerCode()).isEqualTo("SHARED");
        assertThat(one.creditLimit()).isEqualTo(50_000_0000L);
        assertThat(one.openedOn()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(inTransaction("select revision from accounts.pub_list_revision"))
                .isEqualTo(before + AT_ONCE);
    }

    @Test
    void newcomers_beside_a_known_manager_take_nothing_from_anybody() throws Exception {
        String known = cast.keyAccountManager().name();
        cast.as(cast.director(), () -> desk.open(wanted("KNOWN", "Known", known)));
        List<AccountOpening> ends = atOnce(IntStream.range(0, AT_ONCE)
                .mapToObj(
                        number -> wanted("MIX" + number, "Mix " + number, number % 2 == 0 ? known : "ARRIVED" + number))
                .toList());
        assertThat(ends).allMatch(AccountOpening.Opened.class::isInstance);
        for (String code : List.of("KNOWN", "MIX0", "MIX2", "MIX4")) {
            assertThat(cast.as(cast.keyAccountManager(), () -> accounts.byCode(code)))
                    .as(code)
                    .isPresent();
        }
    }

    @Test
    void the_manager_of_a_new_account_sees_it_at_once() {
        AccountMaster wanted = wanted("MINE", "Mine", cast.keyAccountManager().name());
        cast.as(cast.director(), () -> desk.open(wanted));
        assertThat(cast.as(cast.keyAccountManager(), () -> accounts.byCode("MINE")))
                .isPresent();
    }

    @Test
    void a_file_that_names_the_code_later_leaves_what_it_does_not_speak_of() {
        cast.as(cast.director(), () -> desk.open(wanted("LATER", "By hand", "M1")));
        Acting.asOperator(() -> new TransactionTemplate(transactions).execute(status -> {
            masters.apply(
                    9_001, "erp", EnumSet.of(AccountField.NAME), List.of(AccountMaster.named(2, "LATER", "By file")));
            return 0;
        }));
        AccountCard card =
                cast.as(cast.director(), () -> accounts.byCode("LATER").orElseThrow());
        assertThat(card.name()).isEqualTo("By file");
        assertThat(card.region()).isEqualTo("North");
        assertThat(card.managerCode()).isEqualTo("M1");
    }

    private List<AccountOpening> atOnce(List<AccountMaster> all) throws Exception {
        User director = cast.director();
        CyclicBarrier gate = new CyclicBarrier(all.size());
        try (ExecutorService people = Executors.newFixedThreadPool(all.size())) {
            Stream<CompletableFuture<AccountOpening>> running = all.stream()
                    .map(wanted -> CompletableFuture.supplyAsync(() -> opened(gate, director, wanted), people))
                    .toList()
                    .stream();
            return running.map(CompletableFuture::join).toList();
        }
    }

    private AccountOpening opened(CyclicBarrier gate, User director, AccountMaster wanted) {
        try {
            gate.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        return cast.as(director, () -> desk.open(wanted));
    }

    private static AccountMaster wanted(String code, String name, @Nullable String manager) {
        return new AccountMaster(
                0,
                code,
                name,
                "Trade",
                "North",
                manager,
                null,
                50_000_0000L,
                30,
                LocalDate.of(2026, 1, 31),
                null,
                null,
                null,
                null);
    }

    private long inTransaction(String sql) {
        Long found = Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql(sql).query(Long.class).single()));
        return found == null ? -1 : found;
    }
}
