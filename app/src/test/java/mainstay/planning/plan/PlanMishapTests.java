package mainstay.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.identity.User;
import mainstay.planning.work.WorkItem;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What slips of the finger come to on the pages of plans, and which plans run. Today is 16 November 2026.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanMishapTests {

    private static final String TURNED = "Grow \u202Eslowly";

    @Autowired
    PlanBench bench;

    @Autowired
    Cast cast;

    @Autowired
    PersonBench people;

    private User manager;

    @BeforeAll
    void ledger() {
        manager = bench.manager("mishap", "米经理", "MA", "MB", "MC", "MD", "ME", "MF", "MG", "MH");
    }

    private static MockHttpServletRequestBuilder goal(long plan, String metric, String base) {
        return post("/plans/" + plan + "/goals")
                .param("metric", metric)
                .param("base", base)
                .param("dueOn", "2027-06-30")
                .param("why", "said so at the fair")
                .param("submission", UUID.randomUUID().toString());
    }

    @Test
    void text_that_turns_others_around_is_told_at_its_field_and_nothing_is_lost() throws Exception {
        long plan = bench.start(manager, "MA", "empty");
        String again = bench.refused(
                manager,
                post("/plans/" + plan + "/risks")
                        .param("what", TURNED)
                        .param("likelihood", "3")
                        .param("impact", "1")
                        .param("counter", "Visit them first")
                        .param("submission", UUID.randomUUID().toString()));

        assertThat(again)
                .contains("This held characters that nobody sees", "What may happen", "Visit them first")
                .containsPattern("(?s)id=\"what\"[^>]*autofocus")
                .contains("Grow slowly")
                .contains("<option value=\"3\" selected>")
                .doesNotContain("\u202E", "Request number");
        assertThat(bench.view(plan).risks()).isEmpty();
    }

    @Test
    void a_form_without_such_an_answer_is_shown_once_more_by_its_labels() throws Exception {
        long plan = bench.start(manager, "MA", "keep");
        MockHttpServletRequestBuilder asked = post("/plans/" + plan + "/approval")
                .param("version", String.valueOf(bench.view(plan).plan().version()))
                .param("reason", TURNED);
        String again = bench.refused(manager, asked);

        assertThat(again)
                .contains("The text in “Reason” holds characters", "action=\"/plans/" + plan + "/approval\"")
                .contains("value=\"Grow slowly\"", "name=\"version\"", "Send again")
                .doesNotContain("\u202E");
        assertThat(bench.view(plan).plan().state()).isEqualTo("draft");
    }

    @Test
    void a_start_that_is_refused_stands_before_all_else() throws Exception {
        String again = bench.refused(
                manager,
                PlanBench.started("MB", "grow", "2027-01-01", "2026-01-01").param("extra", "x"));

        assertThat(again).contains("The plan ends before it begins");
        assertThat(again.indexOf("id=\"periodTo\"")).isPositive().isLessThan(again.indexOf("id=\"keys\""));
        assertThat(again.substring(again.indexOf("id=\"periodTo\""))).containsPattern("^[^>]*autofocus");
        assertThat(bench.page(manager, "/accounts/MB/plan")).containsPattern("(?s)id=\"keys\".*id=\"periodTo\"");
    }

    @Test
    void a_plan_without_goals_says_what_it_lacks_before_it_is_handed_in() throws Exception {
        long plan = bench.start(manager, "MA", "empty");
        assertThat(bench.page(manager, "/plans/" + plan))
                .contains("Set at least one goal before you hand the plan in.", "aria-describedby=\"no-goals\"")
                .doesNotContain("/plans/" + plan + "/approval");

        bench.send(manager, goal(plan, "revenue", "400")).andExpect(status().is3xxRedirection());
        assertThat(bench.page(manager, "/plans/" + plan))
                .contains("/plans/" + plan + "/approval")
                .doesNotContain("no-goals");
    }

    @Test
    void a_target_that_nobody_can_mean_is_refused_at_its_field() throws Exception {
        long plan = bench.start(manager, "MA", "empty");
        assertThat(bench.refused(manager, goal(plan, "revenue", "99999999999")))
                .contains("more than 1,000 times of what stands now (", "said so at the fair");
        assertThat(bench.refused(manager, goal(plan, "revenue", "-1"))).contains("from 0 to 1,000,000,000,000");
        assertThat(bench.refused(manager, goal(plan, "revenue", "99999999999999999999")))
                .contains("from 0 to 1,000,000,000,000");
        assertThat(bench.refused(manager, goal(plan, "contacts", "-3"))).contains("from 0 to 1,000,000");
        assertThat(bench.refused(manager, goal(plan, "contacts", "1000001"))).contains("from 0 to 1,000,000");
        assertThat(bench.refused(manager, goal(plan, "margin", "101"))).contains("from 0 to 100");
        assertThat(bench.refused(manager, goal(plan, "days-late", "-1"))).contains("from 0 to 3,650");
        assertThat(bench.view(plan).goals()).isEmpty();
        bench.send(manager, goal(plan, "profit", "-20")).andExpect(status().is3xxRedirection());
    }

    @Test
    void two_plans_over_the_same_days_are_both_named() throws Exception {
        bench.start(manager, PlanBench.started("MC", "empty", "2026-11-01", "2027-10-31"));
        long second = bench.start(manager, PlanBench.started("MC", "empty", "2027-10-31", "2028-10-30"));

        assertThat(bench.page(manager, "/plans/" + second))
                .contains("cover the same days: Plan MC 2027 (", "and Plan MC 2026 (");
        assertThat(bench.page(manager, "/accounts/MC/plan")).contains("cover the same days: Plan MC 2026 (");
        bench.send(manager, post("/plans/" + second + "/close").param("sure", "yes"))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.page(manager, "/accounts/MC/plan")).doesNotContain("cover the same days");

        long next = bench.start(manager, PlanBench.started("MC", "empty", "2027-11-01", "2028-10-31"));
        assertThat(bench.page(manager, "/plans/" + next))
                .as("one after the other share no day")
                .doesNotContain("cover the same days");
    }

    @Test
    void work_of_a_closed_plan_was_left_open_and_is_not_overdue() throws Exception {
        long plan = bench.start(manager, PlanBench.started("MD", "empty", "2026-11-01", "2027-10-31"));
        long work = bench.add(manager, PlanBench.item(plan, "Bring the shelf", manager));
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.work_item set starts_on = '2026-11-01', due_on = '2026-11-10' where id = " + work);
        assertThat(bench.page(manager, "/plans/" + plan)).contains("1 overdue", ">overdue</span>");

        bench.send(manager, post("/plans/" + plan + "/close").param("sure", "yes"))
                .andExpect(status().is3xxRedirection());

        assertThat(bench.page(manager, "/plans/" + plan))
                .contains(
                        "nothing to do, 0 overdue", "1 piece of work was left open when the plan closed", ">left open<")
                .doesNotContain(">overdue</span>");
        assertThat(bench.page(manager, "/work-items/" + work))
                .contains(">left open<")
                .doesNotContain("Change the work");
        assertThat(bench.page(manager, "/plans?whose=all&show=overdue")).doesNotContain("Plan MD 2026");
        assertThat(bench.page(manager, "/today")).doesNotContain("Bring the shelf");

        bench.send(manager, post("/plans/{id}/copy", plan)).andExpect(status().is3xxRedirection());
        long next = people.count(cast.director(), "select max(id) from planning.plan");
        assertThat(bench.view(next).work()).extracting(WorkItem::title).containsExactly("Bring the shelf");
    }

    @Test
    void work_that_was_done_before_its_day_was_done_in_time() throws Exception {
        long plan = bench.start(manager, PlanBench.started("MH", "empty", "2026-11-01", "2027-10-31"));
        assertThat(bench.page(manager, "/accounts/MH/plan")).contains("No work was ever planned here");

        long work = bench.add(manager, PlanBench.item(plan, "Bring samples", manager));
        bench.send(manager, PlanBench.item("/work-items/" + work, "Bring samples", manager, "2026-11-16", "done"))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.page(manager, "/accounts/MH/plan"))
                .contains("No work of the plan is overdue.")
                .doesNotContain("No work was ever planned here", "none was due in the last half year");
    }

    /// The example of the definition: of four plans one runs, and one begins later.
    @Test
    void a_plan_runs_from_its_first_to_its_last_day_until_it_is_closed() throws Exception {
        bench.start(manager, PlanBench.started("ME", "empty", "2025-11-16", "2026-11-15"));
        bench.start(manager, PlanBench.started("MF", "empty", "2025-11-17", "2026-11-16"));
        bench.start(manager, PlanBench.started("MG", "empty", "2026-11-17", "2027-11-16"));
        long closed = bench.start(manager, PlanBench.started("ME", "empty", "2026-01-01", "2026-12-31"));
        bench.send(manager, post("/plans/" + closed + "/close").param("sure", "yes"))
                .andExpect(status().is3xxRedirection());

        assertThat(listed("running")).isEqualTo(1);
        assertThat(listed("all")).isEqualTo(2);
        assertThat(listed("ended")).isEqualTo(1);
        assertThat(bench.page(manager, "/accounts/ME/plan"))
                .contains("No plan runs for this account", "No plan runs, and none begins later.", ">ended<");
        assertThat(bench.page(manager, "/accounts/MF/plan")).doesNotContain("No plan runs");
        assertThat(bench.page(manager, "/accounts/MG/plan")).contains("No plan runs today; the next one begins on");
    }

    /// Of the accounts of the example.
    private int listed(String filter) throws Exception {
        String page = bench.send(manager, get("/plans").param("whose", "all").param("show", filter))
                .andReturn()
                .getResponse()
                .getContentAsString();
        int found = 0;
        for (String code : new String[] {"ME", "MF", "MG"}) {
            found += page.split("/accounts/" + code + "/plan\"", -1).length - 1;
        }
        return found;
    }
}
