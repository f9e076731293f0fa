package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A mark counts as soon as it is given, and the run that follows agrees.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkedRatingTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    Ratings ratings;

    @Autowired
    MockMvc web;

    @Autowired
    Timeline timeline;

    @Autowired
    Grants grants;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void sell(@Autowired ImportDesk desk) {
        SmallFiles.bring(desk, Kind.ACCOUNTS, """
                code,name,parent
                HQ,Head Office,
                S1,Shop One,HQ
                OWN,On Its Own,
                """);
        StringBuilder sales = new StringBuilder("""
                customer,document,date,product,quantity,amount,cost
                HQ,H1,2026-06-10,P1,1,1000,800
                S1,A1,2026-06-11,P2,2,20000,15000
                OWN,C1,2026-06-12,P3,3,4000,2500
                """);
        for (int peer = 1; peer <= 10; peer++) {
            sales.append("PEER%d,D%d,2026-06-1%d,P3,1,%d,50%n".formatted(peer, peer, peer % 10, 90 + 10 * peer));
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        ratings.ensureCurrent();
    }

    @Test
    void a_mark_counts_at_once_for_the_account_and_its_group() throws Exception {
        assess("S1", "philosophy", 5, TODAY.toString());

        assertThat(mark("account", "S1", "philosophy")).isEqualTo(5);
        assertThat(mark("group", "HQ", "philosophy")).isEqualTo(5);
        assertThat(mark("account", "HQ", "philosophy")).isNull();
        assertThat(mark("account", "PEER1", "philosophy")).isNull();
        theNextRunAgrees();
    }

    @Test
    void the_head_offices_own_mark_stands_for_the_group() throws Exception {
        assess("S1", "capital", 2, TODAY.toString());
        assertThat(mark("group", "HQ", "capital")).isEqualTo(2);
        assess("HQ", "capital", 4, TODAY.toString());

        assertThat(mark("group", "HQ", "capital")).isEqualTo(4);
        assertThat(mark("account", "S1", "capital")).isEqualTo(2);
        theNextRunAgrees();
    }

    @Test
    void a_mark_of_an_earlier_day_does_not_replace_a_newer_one() throws Exception {
        assess("OWN", "people", 4, TODAY.toString());
        long before = ratings();
        assess("OWN", "people", 1, TODAY.minusDays(40).toString());

        assertThat(mark("account", "OWN", "people")).isEqualTo(4);
        assertThat(ratings()).as("nothing was said twice").isEqualTo(before);
        theNextRunAgrees();
    }

    @Test
    void what_a_group_does_is_not_told_to_who_sees_its_head_alone() throws Exception {
        assess("S1", "philosophy", 5, TODAY.toString());
        ratings.ensureCurrent();
        long head = asOperator("select id from accounts.pub_account where code = 'HQ'", Long.class)
                .orElseThrow();
        User manager = cast.keyAccountManager();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(head, manager.id()), Level.FULL);
            return null;
        });

        assertThat(cast.as(cast.director(), () -> timeline.of(head, 100)))
                .extracting(Timeline.Entry::kind)
                .contains("groupLegWonPhilosophy");
        assertThat(cast.as(manager, () -> timeline.of(head, 100)))
                .extracting(Timeline.Entry::kind)
                .noneMatch(kind -> kind.startsWith("group"));
    }

    @Test
    void an_account_alone_is_told_of_once() throws Exception {
        for (String criterion : new String[] {"capital", "relations", "logistics", "management", "initiative"}) {
            assess("OWN", criterion, 5, TODAY.toString());
        }
        assess("OWN", "philosophy", 5, TODAY.toString());

        assertThat(asOperator("""
                        select string_agg(distinct e.kind, ' ') from activity.entry e
                        join accounts.pub_account a on a.id = e.account_id where a.code = 'OWN' and e.actor = 'Mainstay'
                        """, String.class).orElse("")).contains("stars").doesNotContain("group");
        theNextRunAgrees();
    }

    /// It finds that somebody gave marks, and nothing to add to what they led to.
    private void theNextRunAgrees() {
        long before = ratings();
        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(ratings()).isEqualTo(before);
    }

    private void assess(String code, String criterion, int mark, String day) throws Exception {
        web.perform(post("/accounts/{code}/assessments", code)
                        .param("criterion", criterion)
                        .param("mark", String.valueOf(mark))
                        .param("evidence", "We saw it ourselves")
                        .param("assessedOn", day)
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());
    }

    private @Nullable Integer mark(String scope, String code, String criterion) {
        return asOperator("""
                select (select r.figures[d.place]::integer
                        from (select code, row_number() over (order by position) as place from rating.criterion
                              where version = r.model_version) d
                        where d.code = '%s')
                from rating.current c join rating.rating r on r.id = c.rating_id
                join accounts.pub_account a on a.id = c.account_id
                where c.scope = '%s' and a.code = '%s'
                """.formatted(criterion, scope, code), Integer.class).orElse(null);
    }

    private long ratings() {
        return asOperator("select count(*) from rating.rating", Long.class).orElseThrow();
    }

    private <T> Optional<T> asOperator(String sql, Class<T> type) {
        return Objects.requireNonNull(Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql(sql).query(type).optional())));
    }
}
