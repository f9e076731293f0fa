package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.CostToServe;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Ratings follow everything that standings are made of, not only what moves the ledger, and on the same day.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowedFactsTests {
    @Autowired
    Ratings ratings;

    @Autowired
    CostToServe costs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void rated(@Autowired ImportDesk desk) {
        SmallFiles.bring(desk, Kind.SALES, """
                customer,document,date,product,quantity,amount,cost
                HEAD,1,2026-11-01,P,1,1000,600
                SON,2,2026-11-02,P,1,5000,3000
                DEBTOR,3,2026-11-02,P,1,800,500
                """);
        SmallFiles.bring(
                desk, Kind.RECEIVABLES, "number,customer,issued,due,amount\nR1,DEBTOR,2026-10-01,2026-12-01,900\n");
        ratings.ensureCurrent();
    }

    /// The next look does it, makes new standings, and the one after has nothing to do.
    private void followed() {
        long before = number("select revision from portfolio.pub_standing_revision");
        assertThat(ratings.ensureCurrent()).as("there is something to do").isTrue();
        assertThat(number("select revision from portfolio.pub_standing_revision"))
                .as("with new standings")
                .isGreaterThan(before);
        assertThat(ratings.ensureCurrent()).as("no run starts the next").isFalse();
    }

    private long number(String sql) {
        return Acting.asOperator(() -> Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql(sql).query(Long.class).single())));
    }

    @Test
    void an_account_that_is_placed_under_another_is_rated_with_it() {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into accounts.parent_link (child_id, parent_id)
                select s.id, h.id from accounts.account s, accounts.account h where s.code = 'SON' and h.code = 'HEAD'
                """);

        followed();

        assertThat(number("""
                        select v.revenue / 10000 from rating.verdict v join accounts.account a on a.id = v.account_id
                        where v.scope = 'group' and v.region = '' and a.code = 'HEAD'
                        """)).isEqualTo(6_000);
        assertThat(number("""
                        select count(*) from rating.current c join accounts.account a on a.id = c.account_id
                        where c.scope = 'group' and a.code = 'SON'
                        """)).isZero();
    }

    @Test
    void a_limit_is_followed() {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into accounts.terms (account_id, imported_limit)
                select id, 18000000 from accounts.account where code = 'DEBTOR'
                """);

        followed();

        assertThat(number("""
                        select round(s.limit_use * 100)::bigint from portfolio.pub_standing s
                        join accounts.account a on a.id = s.account_id where s.scope = 'account' and a.code = 'DEBTOR'
                        """)).isEqualTo(50);
    }

    @Test
    void what_serving_costs_is_followed() {
        Acting.asOperator(() -> {
            costs.set(new CostToServe.Rates(400_000L, null, null, null));
            return null;
        });

        followed();

        assertThat(number("""
                        select s.profit / 10000 from portfolio.pub_standing s
                        join accounts.account a on a.id = s.account_id where s.scope = 'account' and a.code = 'DEBTOR'
                        """)).isEqualTo(260);
    }

    @Test
    void nothing_that_was_reckoned_otherwise_survives_an_upgrade() {
        String older = "basis = regexp_replace(basis, '^reckoning [0-9]+', 'reckoning 0')";
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update rating.run set " + older,
                "update portfolio.standing_basis set " + older);

        followed();
    }
}
