package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody was given one account for another reason than looking after it; that account is merged and parted.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InheritedGrantTests {

    private static final String CAUSE = "in a test";

    private final Cast cast;
    private final Grants grants;
    private final Accounts accounts;
    private final MergeBench merges;
    private final ImportDesk desk;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Map<String, Long> ids = new HashMap<>();

    @Autowired
    InheritedGrantTests(
            Cast cast,
            Grants grants,
            Accounts accounts,
            MergeBench merges,
            ImportDesk desk,
            JdbcClient database,
            PlatformTransactionManager transactionManager) {
        this.cast = cast;
        this.grants = grants;
        this.accounts = accounts;
        this.merges = merges;
        this.desk = desk;
        this.database = database;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @BeforeEach
    void three_accounts_one_of_them_given(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.csv"), "code,manager\nOLD,E1\nNEW,\nTHIRD,E2\n");
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.ACCOUNTS))));
        merges.undoAll();
        for (String code : List.of("OLD", "NEW", "THIRD")) {
            ids.put(
                    code,
                    Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id()));
        }
        give(Level.CARD, "OLD");
    }

    @Test
    void undoing_a_merge_takes_back_exactly_what_it_gave() {
        List<String> before = standing();
        long merge = merges.merge("NEW", "OLD").orElseThrow();
        assertThat(seen()).containsExactly("NEW");
        assertThat(standing()).hasSize(before.size() + 1);
        merges.undo(merge);
        assertThat(seen()).containsExactly("OLD");
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void an_own_grant_on_the_survivor_stays_when_that_of_the_merged_one_goes() {
        give(Level.BUSINESS, "OLD", "NEW");
        List<String> before = standing();
        merges.undo(merges.merge("NEW", "OLD").orElseThrow());
        assertThat(standing()).isEqualTo(before);
        assertThat(seen()).containsExactly("NEW", "OLD");
    }

    @Test
    void a_grant_raised_meanwhile_is_inherited_anew_with_the_next_merge() {
        assertThat(merges.merge("NEW", "OLD")).isPresent();
        give(Level.FULL, "OLD");
        assertThat(merges.merge("NEW", "THIRD")).isPresent();
        assertThat(standing())
                .filteredOn(grant -> grant.startsWith("NEW"))
                .singleElement()
                .asString()
                .contains(" 3 ");
    }

    @Test
    void what_begins_later_begins_later_on_the_survivor_too() throws SQLException {
        try (Connection owner = DriverManager.getConnection(StoryDatabase.ownerUrl());
                var change = owner.createStatement()) {
            change.executeUpdate("update identity.account_grant set starts_at = timestamptz '" + StandingClock.START
                    + "' + interval '2 days' where ends_at is null and cause = '" + CAUSE + "'");
        }
        assertThat(seen()).isEmpty();
        assertThat(merges.merge("NEW", "OLD")).isPresent();
        assertThat(seen()).isEmpty();
    }

    @Test
    void the_managers_of_both_have_theirs_again_after_the_undoing() {
        give(Level.CARD);
        long merge = merges.merge("NEW", "OLD").orElseThrow();
        assertThat(managers()).containsExactly("NEW E1", "THIRD E2");
        merges.undo(merge);
        assertThat(managers()).containsExactly("NEW null", "OLD E1", "THIRD E2");
    }

    private void give(Level level, String... codes) {
        Map<Long, Long> wanted = new HashMap<>();
        for (String code : codes) {
            wanted.put(
                    Objects.requireNonNull(ids.get(code)),
                    cast.keyAccountManager().id());
        }
        Acting.asOperator(() -> {
            grants.replace(CAUSE, wanted, level);
            return true;
        });
    }

    private List<String> seen() {
        return cast.as(
                cast.keyAccountManager(),
                () -> transactions.execute(
                        status -> database.sql("select a.code from accounts.pub_account a order by a.code")
                                .query(String.class)
                                .list()));
    }

    private List<String> managers() {
        return Acting.asOperator(() -> transactions.execute(status -> database.sql(
                        "select a.code || ' ' || coalesce(a.manager_code, 'null') from accounts.pub_account a order by a.code")
                .query(String.class)
                .list()));
    }

    /// Grants that hold now.
    private List<String> standing() {
        return Acting.asOperator(() -> transactions.execute(
                status -> database.sql("""
                        select a.code || ' ' || g.level || ' ' || g.starts_at || ' ' || g.cause
                        from identity.account_grant g join accounts.account a on a.id = g.account_id
                        where g.starts_at <= identity.clock()
                          and (g.ends_at is null or g.ends_at > identity.clock())
                        order by 1
                        """).query(String.class).list()));
    }
}
