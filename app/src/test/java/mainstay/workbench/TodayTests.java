package mainstay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import mainstay.identity.User;
import mainstay.shared.WorkSource.Work;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Story
class TodayTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    TodayDesk desk;

    /// Harbour costs money and owes some, Quay has not ordered for too long, and nobody looks after either.
    @BeforeEach
    void a_small_ledger() {
        clock.reset();
        TodayLedger.fill();
    }

    private List<String> waitingFor(User user) {
        return cast.as(user, () -> desk.today().entries()).stream()
                .map(work -> work.rule() + " " + work.subject())
                .toList();
    }

    private ResultActions say(User user, String what, String rule, String subject) throws Exception {
        return web.perform(post("/today/" + what)
                .param("rule", rule)
                .param("subject", subject)
                .param("days", "7")
                .param("reason", "they promised to pay on Friday")
                .with(cast.signedIn(user)));
    }

    @Test
    void a_director_sees_the_most_urgent_first() {
        assertThat(waitingFor(cast.director()))
                .containsExactly("overdue H1", "late-in-rhythm Q1", "loss-maker H1", "account-without-manager *");
    }

    @Test
    void a_disputed_invoice_and_one_not_yet_due_are_not_collected() {
        Work overdue = cast.as(cast.director(), () -> desk.today().entries().getFirst());

        assertThat(overdue.money()).isEqualTo(2500000);
    }

    @Test
    void a_controller_collects_but_does_not_call_customers() {
        assertThat(waitingFor(cast.controller())).containsExactly("overdue H1", "account-without-manager *");
    }

    @Test
    void a_manager_without_accounts_and_a_viewer_have_nothing_to_do() {
        assertThat(waitingFor(cast.keyAccountManager())).isEmpty();
        assertThat(waitingFor(cast.viewer())).isEmpty();
    }

    @Test
    void the_page_gives_the_reason_in_numbers() throws Exception {
        web.perform(get("/today").with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Collect from Harbour")))
                .andExpect(content().string(containsString("250 overdue in 1 invoice")))
                .andExpect(content().string(containsString("fallen silent")));
    }

    @Test
    void a_rule_that_finds_more_than_it_tells_says_how_many_and_shows_all() throws Exception {
        TodayLedger.debtors(1, 25);
        Today today = cast.as(cast.director(), desk::today);
        assertThat(today.entries())
                .filteredOn(work -> work.rule().equals("overdue"))
                .hasSize(20);
        assertThat(today.cuts()).containsExactly(new Today.Cut("overdue", 20, 26, false));
        web.perform(get("/today").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("20 of 26")))
                .andExpect(content().string(containsString("/today?rule=overdue")))
                .andExpect(content().string(not(containsString("Collect from Debtor 1<"))));

        web.perform(get("/today?rule=overdue").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Collect from Debtor 1<")))
                .andExpect(content().string(containsString("Collect from Harbour")))
                .andExpect(content().string(not(containsString("fallen silent"))));
        web.perform(get("/api/v1/today?rule=overdue").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.length()").value(26));
        say(cast.director(), "completions", "overdue", "N1").andExpect(redirectedUrl("/today"));
        web.perform(get("/today?rule=nothing").with(cast.signedIn(cast.director())))
                .andExpect(status().isNotFound());

        TodayLedger.debtors(26, 230);
        assertThat(cast.as(cast.director(), desk::today).cuts())
                .containsExactly(new Today.Cut("overdue", 20, 200, true));
        web.perform(get("/today").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("20 of more than 200")));
    }

    @Test
    void what_is_done_leaves_its_place_to_the_next() {
        TodayLedger.debtors(1, 25);
        User director = cast.director();
        waitingFor(director).stream()
                .filter(entry -> entry.startsWith("overdue "))
                .forEach(entry -> cast.as(director, () -> desk.done("overdue", entry.substring(8))));

        assertThat(overdue(cast.as(director, desk::today))).containsExactly("N6", "N5", "N4", "N3", "N2", "N1");
        assertThat(cast.as(director, desk::today).cuts()).isEmpty();
        assertThat(overdue(cast.as(director, () -> desk.ofRule("overdue")))).hasSize(6);
        assertThat(cast.as(director, desk::today).away()).hasSize(20);

        TodayLedger.debtors(26, 230);
        assertThat(cast.as(director, desk::today).cuts())
                .as("201 are found, of which one is done and one only says that there are more")
                .containsExactly(new Today.Cut("overdue", 20, 199, true));
        assertThat(cast.as(director, () -> desk.ofRule("overdue")).cuts())
                .containsExactly(new Today.Cut("overdue", 199, 199, true));
    }

    private static List<String> overdue(Today today) {
        return today.entries().stream()
                .filter(work -> work.rule().equals("overdue"))
                .map(Work::subject)
                .toList();
    }

    @Test
    void what_was_done_and_ended_is_a_new_case_when_it_comes_again() throws Exception {
        User director = cast.director();
        say(director, "completions", "loss-maker", "H1");
        say(director, "completions", "overdue", "H1");
        cast.as(director, desk::morning);
        assertThat(waitingFor(director)).as("still the same cases").doesNotContain("loss-maker H1", "overdue H1");

        harbourEarns(700_000);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into workbench.rule_setting (rule, is_on, revision, changed_by, changed_at) values ('overdue', false, 1, 'x', now())");
        cast.as(director, desk::morning);
        harbourEarns(-700_000);
        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from workbench.rule_setting");
        assertThat(waitingFor(director))
                .contains("loss-maker H1")
                .as("that a rule was off for a while ends no case")
                .doesNotContain("overdue H1");
    }

    private static void harbourEarns(long profit) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update portfolio.standing set profit = %d where account_id = 1".formatted(profit));
    }

    @Test
    void nobody_is_sent_after_sales_that_are_probably_gone() {
        assertThat(waitingFor(cast.director())).contains("late-in-rhythm Q1");

        gone(() -> assertThat(waitingFor(cast.director()))
                .doesNotContain("late-in-rhythm Q1")
                .contains("loss-maker H1"));
    }

    @Test
    void nobody_is_sent_after_falling_sales_that_are_probably_gone() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update portfolio.standing set previous_revenue = 15000000, rhythm = 'onTime' where account_id = 2");
        assertThat(waitingFor(cast.director())).contains("mover-down Q1");

        gone(() -> assertThat(waitingFor(cast.director())).doesNotContain("mover-down Q1"));
    }

    /// While the second account is probably gone.
    private static void gone(Runnable then) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into portfolio.value_run
                    (as_of, first_day, revision, settings, discount_rate, months, unit, reason, parameters, spending, basis,
                     accounts, returns, ran_at, accounts_seen)
                values ('2026-11-15', '2024-01-01', 1, 0, 0.1, 36, 'week', 'noneUsable', '{}', 'ownMean', 'margin', 1, 1, now(), '')
                """, """
                insert into portfolio.account_value
                    (as_of, account_id, method, repeats, first_purchase, last_purchase, falling, narrowing, fading, leaving,
                     gone)
                values ('2026-11-15', 2, 'rhythm', 30, '2025-01-01', '2026-08-01', false, false, false, true, true)
                """);
        try {
            then.run();
        } finally {
            TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from portfolio.value_run");
        }
    }

    @Test
    void a_late_buyer_is_late_from_the_day_after_the_last_usual_one() throws Exception {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                update portfolio.standing set gap_days = 18, late_after = 17.4, last_purchase = '2026-10-28', rhythm = 'late'
                where account_id = 2
                """);

        web.perform(get("/today").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("18 days without a purchase; up to 17 are usual")));
        web.perform(get("/portfolio?group=false").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("18 days without a purchase, up to 17 are usual")));
    }

    @Test
    void what_is_at_stake_is_the_better_of_two_years_here_and_on_the_portfolio() throws Exception {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update portfolio.standing set previous_revenue = 12345000 where account_id = 2",
                "update portfolio.standing set previous_revenue = 8000000 where account_id = 1");

        assertThat(cast.as(cast.director(), () -> desk.today().entries()))
                .filteredOn(work ->
                        work.rule().equals("late-in-rhythm") || work.rule().equals("mover-down"))
                .extracting(Work::money)
                .containsExactlyInAnyOrder(12345000L, 8000000L);
        web.perform(get("/today").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("the sales of the twelve months before, which were larger")))
                .andExpect(content().string(containsString("At stake: the larger year.")));
        String portfolio = web.perform(get("/portfolio?group=false").with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String atRisk = portfolio.substring(portfolio.indexOf("id=\"at-risk\""));
        assertThat(atRisk.indexOf("1,235")).isBetween(0, atRisk.indexOf("800<"));
    }

    @Test
    void what_is_done_stays_away_for_who_did_it_only() throws Exception {
        say(cast.director(), "completions", "overdue", "H1").andExpect(redirectedUrl("/today"));

        assertThat(waitingFor(cast.director())).doesNotContain("overdue H1");
        assertThat(waitingFor(cast.controller())).contains("overdue H1");
    }

    @Test
    void what_is_done_comes_back_as_a_new_case() throws Exception {
        say(cast.director(), "completions", "overdue", "H1");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update ledger.receivable set due = '2026-09-20' where number = 'R1'");

        assertThat(waitingFor(cast.director())).contains("overdue H1");
    }

    @Test
    void what_is_put_off_comes_back_on_its_day() throws Exception {
        say(cast.director(), "snoozes", "loss-maker", "H1").andExpect(redirectedUrl("/today"));
        assertThat(waitingFor(cast.director())).doesNotContain("loss-maker H1");

        clock.advance(Duration.ofDays(7));
        assertThat(waitingFor(cast.director())).contains("loss-maker H1");
    }

    @Test
    void what_was_said_can_be_taken_back() throws Exception {
        say(cast.director(), "completions", "loss-maker", "H1");
        say(cast.director(), "reopenings", "loss-maker", "H1").andExpect(redirectedUrl("/today"));

        assertThat(waitingFor(cast.director())).contains("loss-maker H1");
    }

    @Test
    void nothing_is_put_off_without_a_reason_or_for_ever() throws Exception {
        User director = cast.director();
        web.perform(post("/today/snoozes")
                        .param("rule", "loss-maker")
                        .param("subject", "H1")
                        .param("days", "7")
                        .param("reason", " ")
                        .with(cast.signedIn(director)))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/today/snoozes")
                        .param("rule", "loss-maker")
                        .param("subject", "H1")
                        .param("days", "91")
                        .param("reason", "later")
                        .with(cast.signedIn(director)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void what_no_longer_waits_cannot_be_done() throws Exception {
        say(cast.viewer(), "completions", "overdue", "H1").andExpect(status().isNotFound());
        say(cast.director(), "snoozes", "no-such-rule", "H1").andExpect(status().isNotFound());
        say(cast.director(), "snoozes", "overdue", "nobody").andExpect(status().isNotFound());

        assertThat(cast.as(cast.viewer(), () -> desk.today().away())).isEmpty();
    }

    @Test
    void who_presses_twice_means_it_once() throws Exception {
        say(cast.director(), "completions", "overdue", "H1").andExpect(redirectedUrl("/today"));
        say(cast.director(), "completions", "overdue", "H1").andExpect(redirectedUrl("/today"));
    }

    @Test
    void nobody_is_promised_what_their_role_never_shows() throws Exception {
        web.perform(get("/today").with(cast.signedIn(cast.viewer())))
                .andExpect(content().string(containsString("Your role sees who the accounts are")))
                .andExpect(content().string(not(containsString("Overdue money"))));
    }

    @Test
    void programs_get_the_same_list() throws Exception {
        web.perform(get("/api/v1/today").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].rule").value("overdue"))
                .andExpect(jsonPath("$[0].title").value("Collect from Harbour"))
                .andExpect(jsonPath("$[0].money").value(250))
                .andExpect(jsonPath("$[0].since").value("2026-09-01"));
    }

    @Test
    void without_a_ledger_the_page_teaches_how_to_import() throws Exception {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from portfolio.standing",
                "delete from ledger.receivable",
                "update ledger.state set data_from = null, data_to = null");

        web.perform(get("/today").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("bin/mainstay import sales.csv")))
                .andExpect(content().string(containsString("/api/v1/imports")))
                .andExpect(content().string(containsString("bin/run --sample")))
                .andExpect(content().string(not(containsString("Nothing asks for you"))));
    }

    @Test
    void an_administrator_first_says_who_the_firm_is() throws Exception {
        web.perform(get("/").with(cast.signedIn(cast.administrator()))).andExpect(redirectedUrl("/settings/firm"));
        web.perform(get("/").with(cast.signedIn(cast.director()))).andExpect(redirectedUrl("/today"));
    }
}
