package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.accounts.MergeBench;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// One purchase earns once, however it came under two ladders, and what was paid out by the one that gives
/// way counts against the other.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateClaimTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MergeBench merges;

    private RebateTestbed bed;

    @BeforeAll
    void two_years_of_sales(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                LATER,1,2025-03-01,100000
                QUARTERS,2,2025-02-01,100000
                QUARTERS,3,2025-05-01,100000
                MINE,4,2026-03-01,10000
                YOURS,5,2026-03-01,5000
                KEPT,6,2025-03-01,40000
                JOINED,7,2025-03-01,10000
                HEAD,8,2026-03-01,1000
                SON,9,2026-03-01,2000
                SPENT,10,2026-03-01,100000
                FORGOT,11,2026-03-01,7000
                ASKS,13,2026-03-01,7000
                NAMED,14,2026-03-01,7000
                CHIEF,15,2026-03-01,7000
                CHILD,16,2026-03-01,7000
                LAST,12,2026-11-13,1
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,parent,holding\nSON,Son,HEAD,80\nCHILD,Child,CHIEF,80\n");
        bed.ladder("Stars 2025", "year", "2025-01-01", 10, 0.01);
        bed.ladder("Stars other", "year", "2025-01-01", 10, 0.02);
        cast.director();
        cast.controller();
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private void pay(String code, String ladder, String from, long amount) {
        Rebate rebate = bed.of(code, ladder, from);
        bed.book(rebate, "payout", amount);
    }

    @Test
    void a_backdated_agreement_takes_the_place_of_the_stars_and_of_what_they_paid() throws Exception {
        bed.byStars("Stars 2025", "LATER");
        pay("LATER", "Stars 2025", "2025-01-01", 400_0000);
        bed.ladder("Backdated", "year", "2025-01-01", 10, 0.03);
        bed.agree("LATER", "Backdated", "2025-01-01", false);

        Rebate stars = bed.of("LATER", "Stars 2025", "2025-01-01");
        assertThat(stars.earned()).isZero();
        assertThat(stars.givesWay()).isTrue();
        assertThat(stars.balance()).isEqualTo(-400_0000L);
        Rebate agreed = bed.of("LATER", "Backdated", "2025-01-01");
        assertThat(agreed.earned()).isEqualTo(3_000_0000L);
        assertThat(agreed.against()).isEqualTo(400_0000L);
        assertThat(agreed.payable()).isEqualTo(2_600_0000L);
        send(cast.director(), get(stars.path()))
                .andExpect(content().string(containsString("Nothing is earned here")))
                .andExpect(content()
                        .string(containsString("400.00 more is paid out here than earned. Nobody has to ask")));
        send(cast.director(), get(agreed.path())).andExpect(content().string(containsString("gives way to this one")));
        send(
                        cast.director(),
                        post(agreed.path() + "/payouts")
                                .param("amount", "2600.01")
                                .param("reason", "Year end"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("At most 2,600")));
        web.perform(get("/api/v1/accounts/LATER/rebates")
                        .header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.rebates[?(@.ladder == 'Stars 2025')].nothing")
                        .value("givesWay"))
                .andExpect(jsonPath("$.rebates[?(@.ladder == 'Backdated' && @.from == '2025-01-01')].payable")
                        .value(2600));
    }

    @Test
    void what_was_paid_for_a_year_counts_once_against_its_quarters() {
        bed.byStars("Stars 2025", "QUARTERS");
        pay("QUARTERS", "Stars 2025", "2025-01-01", 3_000_0000);
        bed.ladder("Quarters", "quarter", "2025-01-01", 10, 0.02);
        bed.agree("QUARTERS", "Quarters", "2025-01-01", false);

        Rebate first = bed.of("QUARTERS", "Quarters", "2025-01-01");
        assertThat(first.earned()).isEqualTo(2_000_0000L);
        assertThat(first.payable()).as("4,000 earned, 3,000 paid").isEqualTo(1_000_0000L);
        bed.book(first, "payout", 1_000_0000);
        assertThat(bed.of("QUARTERS", "Quarters", "2025-04-01").payable()).isZero();
        assertThat(bed.of("QUARTERS", "Quarters", "2025-01-01").payable()).isZero();
    }

    @Test
    void what_was_paid_to_an_account_before_its_merge_stays_seen_and_counts() throws Exception {
        bed.ladder("Mine", "year", "2026-01-01", 10, 0.05);
        bed.ladder("Yours", "year", "2026-01-01", 10, 0.01);
        bed.agree("MINE", "Mine", "2026-01-01", false);
        bed.agree("YOURS", "Yours", "2026-01-01", false);
        pay("YOURS", "Yours", "2026-01-01", 50_0000);

        long merge = merges.merge("MINE", "YOURS").orElseThrow();
        Rebate yours = bed.of("MINE", "Yours", "2026-01-01");
        assertThat(yours.onlyBooked()).isTrue();
        assertThat(yours.earned()).isZero();
        assertThat(yours.paid()).isEqualTo(50_0000L);
        assertThat(bed.of("MINE", "Mine", "2026-01-01").earned()).isEqualTo(750_0000L);
        assertThat(bed.of("MINE", "Mine", "2026-01-01").payable()).isEqualTo(700_0000L);
        send(cast.director(), get("/accounts/MINE/rebates"))
                .andExpect(content().string(containsString("only bookings left")));
        send(cast.director(), get("/rebates/export")).andExpect(content().string(containsString("only bookings left")));

        merges.undo(merge);
        assertThat(bed.of("YOURS", "Yours", "2026-01-01").earned()).isEqualTo(50_0000L);
        assertThat(bed.of("YOURS", "Yours", "2026-01-01").onlyBooked()).isFalse();
        assertThat(bed.of("MINE", "Mine", "2026-01-01").payable()).isEqualTo(500_0000L);
    }

    @Test
    void two_ladders_that_came_by_stars_earn_once_after_a_merge() {
        bed.byStars("Stars 2025", "KEPT");
        bed.byStars("Stars other", "JOINED");

        long merge = merges.merge("KEPT", "JOINED").orElseThrow();
        assertThat(bed.of("KEPT", "Stars 2025", "2025-01-01").earned()).isEqualTo(500_0000L);
        assertThat(bed.of("KEPT", "Stars other", "2025-01-01").givesWay()).isTrue();
        assertThat(bed.of("KEPT", "Stars other", "2025-01-01").earned()).isZero();

        merges.undo(merge);
        assertThat(bed.of("KEPT", "Stars 2025", "2025-01-01").earned()).isEqualTo(400_0000L);
        assertThat(bed.of("JOINED", "Stars other", "2025-01-01").earned()).isEqualTo(200_0000L);
    }

    @Test
    void what_a_member_and_its_group_have_agreed_earns_once() {
        bed.ladder("Of the group", "year", "2026-01-01", 10, 0.01);
        bed.ladder("Of the son", "year", "2026-01-01", 10, 0.05);
        bed.agree("SON", "Of the son", "2026-01-01", false);
        assertThat(bed.of("SON", "Of the son", "2026-01-01").earned()).isEqualTo(100_0000L);
        bed.agree("HEAD", "Of the group", "2026-01-01", true);

        assertThat(bed.of("HEAD", "Of the group", "2026-01-01").earned()).isEqualTo(30_0000L);
        assertThat(bed.of("SON")).isEmpty();
    }

    @Test
    void bookings_without_a_rebate_are_seen_all_the_same() {
        bed.ladder("Forgotten", "quarter", "2026-01-01", 10, 0.01);
        bed.agree("FORGOT", "Forgotten", "2026-01-01", false);
        pay("FORGOT", "Forgotten", "2026-01-01", 70_0000);
        bed.ended("Forgotten");
        bed.inside("delete from terms.accrual where account_id = " + bed.id("FORGOT"));

        Rebate left = bed.of("FORGOT", "Forgotten", "2026-01-01");
        assertThat(left.onlyBooked()).isTrue();
        assertThat(left.balance()).isEqualTo(-70_0000L);
        assertThat(bed.of("FORGOT")).hasSize(1);
    }

    @Test
    void what_is_paid_out_and_not_earned_is_told_with_what_to_do() throws Exception {
        bed.ladder("Spending", "year", "2026-01-01", 10, 0.01);
        bed.agree("SPENT", "Spending", "2026-01-01", false);
        pay("SPENT", "Spending", "2026-01-01", 1_300_0000);
        Rebate spent = bed.of("SPENT", "Spending", "2026-01-01");

        send(cast.controller(), get("/today"))
                .andExpect(content().string(containsString("More rebate paid out than earned: SPENT")))
                .andExpect(content().string(containsString("book what comes back or is set off")));
        send(cast.controller(), get(spent.path()))
                .andExpect(content().string(containsString("300.00 more is paid out than earned")));
    }

    @Test
    void the_same_payout_is_not_asked_for_twice() throws Exception {
        bed.ladder("Asked", "year", "2026-01-01", 10, 0.01);
        bed.agree("ASKS", "Asked", "2026-01-01", false);
        Rebate rebate = bed.of("ASKS", "Asked", "2026-01-01");
        MockHttpServletRequestBuilder wish =
                post(rebate.path() + "/payouts").param("amount", "30").param("reason", "Half");

        send(cast.director(), wish).andExpect(redirectedUrl(rebate.path()));
        send(cast.director(), wish)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("is being asked for already")));
        send(
                        cast.director(),
                        post(rebate.path() + "/payouts").param("amount", "20").param("reason", "More"))
                .andExpect(redirectedUrl(rebate.path()));
    }

    @Test
    void the_terms_name_every_ladder_by_which_an_account_earns() throws Exception {
        bed.ladder("For volume", "year", "2026-01-01", 10, 0.01);
        bed.ladder("For growing", "year", "2026-01-01", 10, 0.01);
        bed.inside("update terms.ladder_version set basis = 'growth'"
                + " where ladder_id = (select id from terms.ladder where name = 'For growing')");
        bed.agree("NAMED", "For volume", "2026-01-01", false);
        bed.agree("NAMED", "For growing", "2026-01-01", false);

        assertThat(bed.of("NAMED")).hasSize(2);
        send(cast.director(), get("/accounts/NAMED/terms"))
                .andExpect(content().string(containsString("<bdi>For volume</bdi>")))
                .andExpect(content().string(containsString("<bdi>For growing</bdi>")));
    }

    @Test
    void a_version_whose_basis_would_overlap_within_a_group_is_not_put_in_force() throws Exception {
        bed.ladder("Of the chief", "year", "2026-01-01", 10, 0.01);
        bed.ladder("Changing", "year", "2026-01-01", 10, 0.01);
        bed.inside(
                "update terms.ladder_version set basis = 'growth' where ladder_id = (select id from terms.ladder where name = 'Changing')",
                """
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at)
                select id, 2, 'revenue', 'year', 'whole', 'CNY', '{}', '2026-01-01', 'story', now() from terms.ladder where name = 'Changing'
                """);
        bed.agree("CHILD", "Changing", "2026-01-01", false);
        bed.agree("CHIEF", "Of the chief", "2026-01-01", true);
        String ladder = bed.of("CHILD", "Changing", "2026-01-01").ladderPath();

        send(cast.director(), post(ladder + "/publication").param("version", "2"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("would overlap with other ladders agreed with CHILD")));
    }
}
