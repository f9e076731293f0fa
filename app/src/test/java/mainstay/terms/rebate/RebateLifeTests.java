package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of rebates when agreements end, ladders change, and a quarter goes on.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateLifeTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private RebateTestbed bed;

    @BeforeAll
    void two_years_of_sales(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        cast.controller();
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                ENDS,1,2026-02-10,150000
                STOPPED,2,2026-02-10,150000
                STOPPED,3,2026-08-20,10000
                STOPPED,4,2026-09-10,700000
                TURNS,5,2026-02-10,20000
                TURNS,6,2026-05-10,20000
                TURNS,7,2026-08-10,30000
                TURNS,8,2026-10-10,30000
                STEEP,9,2025-10-05,1000
                STEEP,10,2025-11-10,1000
                STEEP,11,2025-11-20,3000
                STEEP,12,2025-12-10,5000
                STEEP,13,2026-10-06,4000
                GROWS,14,2025-03-10,2000
                GROWS,15,2025-10-05,1000
                GROWS,16,2025-11-20,3000
                GROWS,17,2026-10-06,4500
                NOVICE,18,2026-10-15,3000
                LAST,19,2026-11-13,1
                LOW1,20,2026-02-10,3000
                LOW2,21,2026-03-10,4000
                """);
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private long agreement(String code) {
        return Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql("select max(id) as id from terms.agreement where account_id = :account")
                        .param("account", bed.id(code))
                        .query((row, number) -> row.getLong("id"))
                        .single()));
    }

    @Test
    void an_agreement_that_is_ended_counts_to_the_end_of_its_month() throws Exception {
        bed.ladder("Ending", "year", "2026-01-01", 100_000, 0.01, 600_000, 0.02);
        bed.agree("ENDS", "Ending", "2026-01-01", false);
        assertThat(bed.of("ENDS", "Ending", "2026-01-01").countsTo()).isEqualTo(LocalDate.of(2026, 12, 31));

        send(
                        cast.director(),
                        post("/accounts/ENDS/terms/agreements/{id}/end", agreement("ENDS"))
                                .param("reason", "No more tea"))
                .andExpect(redirectedUrl("/accounts/ENDS/terms"));

        Rebate ended = bed.of("ENDS", "Ending", "2026-01-01");
        assertThat(ended.countsTo()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(ended.earned()).isEqualTo(1_500_0000L);
        send(
                        cast.director(),
                        post("/accounts/ENDS/terms/agreements/{id}/end", agreement("ENDS"))
                                .param("reason", "No more tea"))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_measures_say_where_nobody_earns_by_the_ladder_of_a_tier() throws Exception {
        bed.ladder("Of the tier", "year", "2026-01-01", 100_000, 0.01);
        bed.inside("update terms.measure set rebate_ladder = 'Of the tier' where stars = 4");
        told(not(containsString("nobody earns by it")));

        bed.inside("update terms.ladder_version v set valid_until = '2026-06-30' from terms.ladder l "
                + "where l.id = v.ladder_id and l.name = 'Of the tier'");
        told(containsString("Of the tier is not in force any more: its last day was"));

        bed.inside(
                "update terms.ladder_version v set valid_from = '2027-01-01', valid_until = null from terms.ladder l "
                        + "where l.id = v.ladder_id and l.name = 'Of the tier'");
        told(containsString("Of the tier is not in force yet: it begins on"));

        bed.inside("update terms.measure set rebate_ladder = 'Never' where stars = 4");
        told(containsString("No ladder Never was ever put in force"));
        bed.inside("update terms.measure set rebate_ladder = null where stars = 4");
    }

    @Test
    void the_measures_say_where_a_ladder_is_out_of_everybodys_reach() throws Exception {
        bed.ladder("Too high", "year", "2026-01-01", 900_000_000, 0.01);
        bed.inside("update terms.measure set rebate_ladder = 'Too high' where stars = 3");
        told(not(containsString("reaches its first step")));

        bed.agree("LOW1", "Too high", "2026-01-01", false);
        bed.agree("LOW2", "Too high", "2026-01-01", false);
        assertThat(bed.of("LOW1", "Too high", "2026-01-01").expected()).isZero();
        told(containsString("none of the 2 accounts that earn by Too high reaches its first step"));

        bed.inside("update terms.ladder_step s set threshold = 0.1 from terms.ladder l "
                + "where l.id = s.ladder_id and l.name = 'Too high'");
        bed.inside("delete from terms.accrual_run");
        bed.of("LOW1", "Too high", "2026-01-01");
        told(not(containsString("reaches its first step")));
        bed.inside("update terms.measure set rebate_ladder = null where stars = 3");
    }

    private void told(Matcher<String> what) throws Exception {
        send(cast.director(), get("/settings/measures")).andExpect(content().string(what));
    }

    @Test
    void what_is_bought_after_the_end_reaches_no_step() {
        bed.ladder("Stopping", "year", "2026-01-01", 100_000, 0.01, 600_000, 0.02);
        bed.agree("STOPPED", "Stopping", "2026-01-01", false);
        assertThat(bed.of("STOPPED", "Stopping", "2026-01-01").earned()).isEqualTo(17_200_0000L);

        bed.inside("update terms.agreement set ended_on = '2026-08-15', ended_by = 'story' where word = 'Stopping'");

        Rebate stopped = bed.of("STOPPED", "Stopping", "2026-01-01");
        assertThat(stopped.countsTo()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(stopped.measured()).isEqualTo(160_000_0000L);
        assertThat(stopped.earned()).isEqualTo(1_600_0000L);
        assertThat(stopped.expected()).as("nothing is to come").isEqualTo(1_600_0000L);
    }

    @Test
    void an_agreement_that_ends_before_it_begins_earns_nothing_but_what_was_paid_stays_seen() throws Exception {
        bed.ladder("Void", "year", "2026-01-01", 10, 0.01);
        bed.agree("LAST", "Void", "2026-01-01", false);
        bed.agree("ENDS", "Void", "2026-01-01", false);
        Rebate paid = bed.of("ENDS", "Void", "2026-01-01");
        bed.inside("""
                insert into terms.rebate_booking (account_id, ladder_id, period_from, kind, amount, reason, asked_by, asked_at, granted_at)
                values (%d, %d, '2026-01-01', 'payout', 10000, 'story', 'story', now(), now())
                """.formatted(paid.accountId(), paid.ladderId()));
        bed.inside("update terms.agreement set ended_on = '2026-01-01', ended_by = 'story' where word = 'Void'");

        assertThat(bed.of("LAST")).noneMatch(one -> one.ladder().equals("Void"));
        assertThat(bed.of("ENDS", "Void", "2026-01-01").paid()).isEqualTo(1_0000L);
    }

    @Test
    void the_next_version_reckons_from_its_first_day_and_leaves_what_came_before() throws Exception {
        bed.ladder("Turning", "quarter", "2026-01-01", 10_000, 0.01);
        bed.agree("TURNS", "Turning", "2026-01-01", false);
        Rebate before = bed.of("TURNS", "Turning", "2026-07-01");
        assertThat(before.earned()).isEqualTo(300_0000L);
        String next = before.ladderPath() + "/versions";
        send(cast.director(), get(next)).andExpect(content().string(containsString("10000")));

        send(cast.director(), version(next, "2025-10-01")).andExpect(redirectedUrl(before.ladderPath()));
        send(cast.director(), post(before.ladderPath() + "/publication").param("version", "2"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("2026")));
        send(cast.director(), version(next, "2026-07-01")).andExpect(redirectedUrl(before.ladderPath()));
        send(cast.director(), post(before.ladderPath() + "/publication").param("version", "2"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("before the current period")));
        send(cast.controller(), post(before.ladderPath() + "/publication").param("version", "2"))
                .andExpect(redirectedUrl(before.ladderPath()));

        send(cast.director(), post(before.ladderPath() + "/deletion")).andExpect(status().isConflict());

        assertThat(bed.of("TURNS", "Turning", "2026-04-01").earned()).isEqualTo(200_0000L);
        assertThat(bed.of("TURNS", "Turning", "2026-04-01").missing())
                .as("the period is over")
                .isNull();
        assertThat(bed.of("TURNS", "Turning", "2026-07-01").earned()).isEqualTo(600_0000L);
        assertThat(bed.of("TURNS", "Turning", "2026-10-01").earned()).isEqualTo(600_0000L);
        send(cast.director(), post(before.ladderPath() + "/publication").param("version", "2"))
                .andExpect(status().isConflict());
    }

    private static MockHttpServletRequestBuilder version(String path, String from) {
        return post(path)
                .param("basis", "revenue")
                .param("cycle", "quarter")
                .param("spread", "whole")
                .param("currency", "CNY")
                .param("category", "")
                .param("from", from)
                .param("until", "")
                .param("role", "")
                .param("threshold", "10000")
                .param("rate", "2");
    }

    @Test
    void the_rest_of_a_quarter_is_that_of_last_year_at_the_pace_of_the_last_twelve_months() {
        bed.ladder("Quarterly", "quarter", "2026-01-01", 5_000, 0.01, 10_000, 0.02);
        bed.agree("STEEP", "Quarterly", "2026-01-01", false);
        bed.agree("GROWS", "Quarterly", "2026-01-01", false);
        bed.agree("NOVICE", "Quarterly", "2026-01-01", false);

        Rebate grows = bed.of("GROWS", "Quarterly", "2026-10-01");
        assertThat(grows.measured()).isEqualTo(4_500_0000L);
        assertThat(grows.expectedMeasured()).as("3,000 to come at 1.5 times").isEqualTo(9_000_0000L);
        assertThat(grows.expected()).isEqualTo(90_0000L);

        Rebate steep = bed.of("STEEP", "Quarterly", "2026-10-01");
        assertThat(steep.expectedMeasured())
                .as("8,000 to come at twice, not six times")
                .isEqualTo(20_000_0000L);
        assertThat(steep.expected()).isEqualTo(400_0000L);

        Rebate novice = bed.of("NOVICE", "Quarterly", "2026-10-01");
        assertThat(novice.expectedMeasured())
                .as("3,000 in 44 days since the first of October goes on for 48")
                .isEqualTo(6_272_7273L);
        assertThat(bed.of("GROWS", "Quarterly", "2026-07-01").expected()).isZero();
    }
}
