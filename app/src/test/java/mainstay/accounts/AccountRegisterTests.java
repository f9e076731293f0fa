package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Story
class AccountRegisterTests {

    @Autowired
    AccountRegister register;

    @Autowired
    AccountMasters masters;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_new_code_becomes_an_account_and_a_known_one_stays_what_it_is() {
        assertThat(register("fresh", 1, "F1", "F2", "F1")).isEqualTo(2);
        assertThat(register("fresh", 2, "F2", "F3")).isEqualTo(1);
        assertThat(names("F%")).containsOnlyKeys("F1", "F2", "F3");
    }

    @Test
    void the_same_code_of_another_source_is_another_account() {
        register("north", 10, "S1");
        register("south", 11, "S1");

        assertThat(names("S1%")).containsOnlyKeys("S1", "S1@south");
    }

    @Test
    void the_account_file_wins_over_names_in_sales_lines_and_the_newest_line_over_older_ones() {
        named("names", 20, "N1", "old line");
        named("names", 21, "N1", "new line");
        assertThat(names("N1")).containsEntry("N1", "new line");

        master("names", 22, AccountMaster.named(2, "N1", "master"));
        named("names", 23, "N1", "newest line");
        assertThat(names("N1")).containsEntry("N1", "master");

        Acting.asOperator(() -> {
            masters.withdraw(22);
            return null;
        });
        assertThat(names("N1")).containsEntry("N1", "newest line");
        assertThat(formerNames("N1")).contains("old line", "new line", "master");
    }

    @Test
    void an_account_that_only_a_withdrawn_batch_knew_is_gone_and_comes_back_as_itself() {
        register("gone", 30, "G1", "G2");
        register("gone", 31, "G2");
        Long before = idOf("G1");

        withdraw(30);
        assertThat(names("G%")).containsOnlyKeys("G2");

        assertThat(register("gone", 32, "G1")).isEqualTo(1);
        assertThat(idOf("G1")).isEqualTo(before);
    }

    @Test
    void a_source_resolves_its_own_codes_only() {
        register("mine", 40, "R1");
        register("yours", 41, "R2");

        List<String> codes = Acting.asOperator(
                () -> inTransaction(() -> database.sql("select code from accounts.pub_resolve('mine')")
                        .query((row, number) -> row.getString("code"))
                        .list()));
        assertThat(codes).containsExactly("R1");
    }

    private int register(String source, long batch, String... codes) {
        return Acting.asOperator(
                () -> register.registerCodes(source, codes, new @Nullable String[codes.length], batch));
    }

    private void named(String source, long batch, String code, String name) {
        Acting.asOperator(() -> register.registerCodes(source, new String[] {code}, new String[] {name}, batch));
    }

    private void master(String source, long batch, AccountMaster row) {
        Acting.asOperator(() -> masters.apply(batch, source, EnumSet.of(AccountField.NAME), List.of(row)));
    }

    private void withdraw(long batch) {
        Acting.asOperator(() -> {
            register.withdraw(batch);
            return null;
        });
    }

    private Map<String, String> names(String like) {
        Map<String, String> names = new TreeMap<>();
        Acting.asOperator(() -> inTransaction(() -> {
            database.sql("select code, name from accounts.pub_account where code like :like")
                    .param("like", like)
                    .query(row -> {
                        names.put(row.getString("code"), row.getString("name"));
                    });
            return names;
        }));
        return names;
    }

    private List<String> formerNames(String code) {
        return Acting.asOperator(() -> inTransaction(() -> database.sql("""
                        select f.name from accounts.former_name f join accounts.account a on a.id = f.account_id
                        where a.code = :code
                        """)
                .param("code", code)
                .query((row, number) -> row.getString("name"))
                .list()));
    }

    private Long idOf(String code) {
        return Acting.asOperator(
                () -> inTransaction(() -> database.sql("select id from accounts.pub_account where code = :code")
                        .param("code", code)
                        .query((row, number) -> row.getLong("id"))
                        .single()));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
