package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
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

/// What rebates ask of people today, and what a group pays back for goods that one of its accounts took
/// elsewhere.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateWorkTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Approvals approvals;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private RebateTestbed bed;
    private User manager;

    @BeforeAll
    void two_years_of_sales(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates,
            @Autowired Grants grants) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,customer name,document,date,amount
                WORKS,Works,1,2025-06-10,300000
                WORKS,Works,2,2026-05-10,480000
                SPENT,Spent,3,2025-06-10,200000
                TOP,Top,4,2026-02-01,60000
                SON,Son,5,2026-04-01,60000
                OVER,Over,7,2025-06-10,200000
                LAST,Last,6,2026-11-13,1
                LATE,Late,8,2026-03-01,200000
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,parent,holding\nSON,Son,TOP,80\n");
        bed.ladder("Yearly", "year", "2025-01-01", 100_000, 0.01, 500_000, 0.02);
        bed.agree("WORKS", "Yearly", "2025-01-01", false);
        bed.agree("TOP", "Yearly", "2026-01-01", true);
        bed.agree("SPENT", "Yearly", "2025-01-01", false);
        bed.agree("OVER", "Yearly", "2025-01-01", false);
        bed.agree("LATE", "Yearly", "2026-01-01", false);
        manager = cast.keyAccountManager();
        cast.controller();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(bed.id("WORKS"), manager.id(), bed.id("OVER"), manager.id()), Level.FULL);
            return null;
        });
        bed.of("WORKS");
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private void today(User user, Matcher<String> wanted) throws Exception {
        send(user, get("/today")).andExpect(content().string(wanted));
    }

    @Test
    void a_period_that_is_over_asks_for_its_payout_until_it_is_asked_for() throws Exception {
        String due = "Pay out the rebate of Spent";
        today(cast.director(), containsString(due));
        today(cast.controller(), containsString("2,000"));
        today(manager, not(containsString(due)));
        today(cast.viewer(), not(containsString(due)));
        today(manager, containsString("Pay out the rebate of Works"));

        Rebate spent = bed.of("SPENT", "Yearly", "2025-01-01");
        send(
                        cast.director(),
                        post(spent.path() + "/payouts").param("amount", "2000").param("reason", "Year end"))
                .andExpect(redirectedUrl(spent.path()));

        today(cast.director(), not(containsString(due)));
    }

    @Test
    void a_period_is_not_paid_out_before_the_ledger_reaches_its_end() throws Exception {
        clock.advance(Duration.ofDays(50));
        try {
            today(cast.director(), containsString("Pay out the rebate of Spent"));
            today(cast.director(), not(containsString("Pay out the rebate of Late")));
        } finally {
            clock.reset();
        }
    }

    @Test
    void a_step_within_reach_is_told_to_who_looks_after_the_account() throws Exception {
        today(manager, containsString("Works is close to a rebate step"));
        today(manager, containsString("20,000.00 until"));
        web.perform(get("/api/v1/today").header("Authorization", "Bearer " + cast.token(manager)))
                .andExpect(content().string(containsString("20000")));
        today(cast.director(), not(containsString("Top is close to a rebate step")));
        today(cast.viewer(), not(containsString("Works is close to a rebate step")));
    }

    @Test
    void who_may_not_book_what_comes_back_is_told_whom_to_tell() throws Exception {
        bed.book(bed.of("OVER", "Yearly", "2025-01-01"), "payout", 2_500_0000L);
        String books = "and book what comes back";
        String tells = "tell the credit controller what comes back";
        today(cast.controller(), containsString(books));
        today(manager, containsString("More rebate paid out than earned: Over"));
        today(manager, containsString(tells));
        today(manager, not(containsString(books)));

        Rebate over = bed.of("OVER", "Yearly", "2025-01-01");
        assertThat(over.owed()).isEqualTo(500_0000L);
        send(manager, get(over.path()))
                .andExpect(content().string(containsString(tells)))
                .andExpect(content().string(not(containsString("book below"))));
        send(cast.director(), get(over.path())).andExpect(content().string(containsString("book below")));
    }

    private long confirmed(String code) {
        bed.inside("""
                insert into rating.finding (test, account_id, period_from, period_to, strength, measure, evidence, money, figures, found_at,
                                            changed_at, verdict, reason, judged_by, judged_at)
                values ('territory', %d, '2026-04-01', '2026-06-30', 3, 0.25, 5, 300000000, '{}', now(), now(), 'confirmed', 'Papers',
                        'story', now())
                """.formatted(bed.id(code)));
        return Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql("select id from rating.pub_finding where account_id = :account")
                        .param("account", bed.id(code))
                        .query((row, number) -> row.getLong("id"))
                        .single()));
    }

    @Test
    void what_one_account_took_elsewhere_is_taken_back_from_the_rebate_of_its_group() throws Exception {
        User second = cast.another("sun", "孙总", Role.DIRECTOR);
        Rebate group = bed.of("TOP", "Yearly", "2026-01-01");
        assertThat(group.earned()).isEqualTo(1_200_0000L);
        long finding = confirmed("SON");

        send(cast.director(), get(group.path()))
                .andExpect(content().string(containsString("would have earned 1,200.00 less")));
        MockHttpServletRequestBuilder wish = post(group.path() + "/claw-backs")
                .param("finding", String.valueOf(finding))
                .param("amount", "1200")
                .param("reason", "Sold in the North");
        send(cast.director(), wish).andExpect(redirectedUrl(group.path()));
        send(cast.director(), wish).andExpect(status().isConflict());
        String asked = Acting.asOperator(() -> approvals.ofAccount(group.accountId(), 1))
                .getFirst()
                .path();
        send(second, post(asked + "/decisions").param("decision", "granted").param("remark", "clear"))
                .andExpect(status().is3xxRedirection());

        assertThat(bed.of("TOP", "Yearly", "2026-01-01").clawed()).isEqualTo(1_200_0000L);
        assertThat(bed.of("TOP", "Yearly", "2026-01-01").balance()).isZero();
    }
}
