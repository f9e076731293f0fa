package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.portfolio.Standing;
import mainstay.portfolio.Standings;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Ratings follow the ledger and the calendar, and history stays what it was.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RatingRunTests {
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 15);

    @Autowired
    Ratings ratings;

    @Autowired
    Standings standings;

    @Autowired
    ImportDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StandingClock clock;

    @TempDir
    Path files;

    @Test
    @Order(1)
    void an_empty_ledger_has_nothing_to_rate() {
        assertThat(ratings.ensureCurrent()).isFalse();
    }

    @Test
    @Order(2)
    void the_first_run_has_an_earlier_day_to_compare_with() throws IOException {
        take(0, 18);

        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(count("select count(distinct as_of) from rating.rating")).isEqualTo(2);
        assertThat(count("select count(*) from rating.current where scope = 'account' and previous_id is not null"))
                .isEqualTo(3);
    }

    @Test
    @Order(3)
    void nothing_new_is_nothing_to_do() {
        assertThat(ratings.ensureCurrent()).isFalse();
    }

    @Test
    @Order(4)
    void the_next_day_says_the_same_again_without_adding_to_history() {
        long before = count("select count(*) from rating.rating");
        clock.advance(Duration.ofDays(1));

        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(count("select count(*) from rating.rating")).isEqualTo(before);
    }

    @Test
    @Order(5)
    void replaying_a_day_gives_what_that_day_gave() throws IOException {
        List<Standing> then = ask(() -> standings.at(JUNE, false));
        take(18, 24);
        List<Standing> replayed = ask(() -> standings.at(JUNE, false));

        assertThat(replayed).isEqualTo(then);
        assertThat(ratings.ensureCurrent()).isTrue();
    }

    @Test
    @Order(6)
    void runs_at_the_same_time_do_the_work_once() throws Exception {
        clock.advance(Duration.ofDays(1));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> runs = both.invokeAll(List.of(ratings::ensureCurrent, ratings::ensureCurrent));

            assertThat(List.of(runs.getFirst().get(), runs.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    @Order(7)
    void the_timeline_tells_which_stars_and_legs_moved() throws IOException {
        long before = count("select count(*) from activity.entry where account_id is not null");
        take("""
                customer,document,date,product,quantity,amount,cost
                A1,X1,2025-12-20,P1,1,900000,100
                """, "windfall");
        ratings.ensureCurrent();

        assertThat(told("A1")).contains("statusProvisional");
        assertThat(told("A2")).contains("legLostShare", "statusNone");
        assertThat(count("select count(*) from activity.entry where account_id is not null"))
                .isGreaterThan(before);
    }

    @Test
    @Order(8)
    void standings_are_made_anew_only_where_something_they_rest_on_has_moved() throws IOException {
        long before = count("select revision from portfolio.pub_standing_revision");
        clock.advance(Duration.ofDays(1));
        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(count("select revision from portfolio.pub_standing_revision"))
                .isEqualTo(before);

        take("""
                customer,document,date,product,quantity,amount,cost
                A3,X2,2025-12-20,P1,1,700000,100
                """, "another windfall");
        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(count("select revenue / 10000 from portfolio.pub_standing where scope = 'account' and rank = 2"))
                .isGreaterThan(700_000);
        assertThat(count("select revision from portfolio.pub_standing_revision"))
                .isGreaterThan(before);
    }

    private List<String> told(String code) {
        return ask(() -> jdbc.sql("""
                        select e.kind from activity.entry e join accounts.pub_account a on a.id = e.account_id
                        where a.code = :code and e.actor = 'Mainstay'
                        """).param("code", code).query(String.class).list());
    }

    private void take(int fromMonth, int toMonth) throws IOException {
        StringBuilder sales = new StringBuilder("customer,document,date,product,quantity,amount,cost\n");
        for (int month = fromMonth; month < toMonth; month++) {
            for (int account = 1; account <= 3; account++) {
                String day = "%d-%02d-15".formatted(2024 + month / 12, month % 12 + 1);
                sales.append("A%d,A%d-%s,%s,P%d,1,%d,50%n"
                        .formatted(account, account, day, day, month % 5, 100 * account + month));
            }
        }
        take(sales.toString(), "sales-" + fromMonth);
    }

    private void take(String sales, String name) throws IOException {
        Path file = Files.writeString(files.resolve(name + ".csv"), sales);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
    }

    private long count(String sql) {
        return ask(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private <T> T ask(Supplier<T> question) {
        return Acting.asOperator(() -> {
            T answer = new TransactionTemplate(transactions).execute(status -> question.get());
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            return answer;
        });
    }
}
