package mainstay.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonBench;
import mainstay.approvals.Approvals;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A plan from its template to approval, review and the next period.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanStoryTests {

    @Autowired
    PlanBench bench;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    Approvals approvals;

    @Autowired
    MergeBench merges;

    private User manager;

    @BeforeAll
    void ledger() {
        manager = bench.manager("pan", "潘经理", "PA", "PB", "PC", "PD");
    }

    @Test
    void a_template_brings_goals_on_live_figures_and_work_in_order() throws Exception {
        assertThat(bench.page(manager, "/accounts/PB/plan"))
                .contains("No plan runs for this account", "Start the plan");
        long plan = bench.start(manager, "PB", "grow");

        PlanView view = bench.view(plan);
        assertThat(view.goals()).extracting(goal -> goal.metric().code()).contains("revenue");
        GoalProgress sales = view.goals().getFirst();
        assertThat(sales.goal().baseline()).isEqualTo(sales.now());
        assertThat(sales.goal().base()).isEqualTo(330);
        assertThat(view.work()).hasSize(3);
        assertThat(view.work().getLast().isNamedBeforehand()).isTrue();
        assertThat(bench.page(manager, "/plans/" + plan))
                .contains("Guide them on site in stock and display", "Sales of twelve months");
        assertThat(bench.page(manager, "/accounts/PB/plan")).contains("Plan PB 2027");
        assertThat(bench.page(manager, "/plans")).contains("Plan PB 2027");
    }

    @Test
    void work_whose_day_is_over_and_that_nobody_began_is_a_drop_on_the_board() throws Exception {
        long plan = bench.start(manager, "PD", "grow");
        long work = people.count(cast.director(), "select min(id) from planning.work_item where plan_id = " + plan);
        String path = "/work-items/" + work + "\"";
        assertThat(bench.page(cast.director(), "/team/coverage")).doesNotContain(path);
        String late =
                "update planning.work_item set starts_on = '2026-01-01', due_on = '2026-11-15', state = '%s' where id = "
                        + work;
        TestServer.executeAt(StoryDatabase.ownerUrl(), late.formatted("doing"));
        assertThat(bench.page(cast.director(), "/team/coverage")).doesNotContain(path);

        TestServer.executeAt(StoryDatabase.ownerUrl(), late.formatted("open"));
        assertThat(bench.page(cast.director(), "/team/coverage"))
                .contains(path, "Planned work:", "untouched past its limit");
    }

    @Test
    void a_plan_is_approved_stays_as_an_edition_and_is_a_draft_again_when_changed() throws Exception {
        long plan = bench.start(manager, "PC", "keep");
        String path = "/plans/" + plan;
        bench.send(manager, strategy(plan, "They sell tea to schools", version(plan)))
                .andExpect(status().is3xxRedirection());
        bench.send(
                        manager,
                        post(path + "/approval")
                                .param("version", String.valueOf(version(plan)))
                                .param("reason", "Five percent more"))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.view(plan).plan().state()).isEqualTo("asked");
        bench.send(manager, strategy(plan, "Something else", version(plan))).andExpect(status().isConflict());

        long request = Acting.asOperator(() -> approvals.pending("plan", plan + ".1"))
                .orElseThrow()
                .id();
        bench.send(
                        cast.director(),
                        post("/approvals/{id}/decisions", request)
                                .param("decision", "granted")
                                .param("remark", "good"))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.view(plan).plan().state()).isEqualTo("approved");
        assertThat(bench.view(plan).editions().getFirst().outcome()).isEqualTo("granted");

        bench.send(manager, strategy(plan, "They sell tea to hotels", version(plan)))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.view(plan).plan().state()).isEqualTo("draft");
        assertThat(bench.page(manager, path + "/editions/1"))
                .contains("They sell tea to schools")
                .doesNotContain("hotels");

        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.plan set title = 'Plan of much more', period_to = '2029-12-31' where id = " + plan);
        for (String page : List.of("/approvals/" + request, path + "/editions/1")) {
            assertThat(bench.page(cast.director(), page))
                    .as("what was granted stays what it was")
                    .contains("Plan 2027", "Dec 31, 2027");
        }
        assertThat(bench.page(cast.director(), "/approvals/" + request)).doesNotContain("Dec 31, 2029");
    }

    private int version(long plan) {
        return bench.view(plan).plan().version();
    }

    private static MockHttpServletRequestBuilder strategy(long plan, String understanding, int version) {
        return post("/plans/{id}/strategy", plan)
                .param("title", "Plan 2027")
                .param("periodFrom", "2027-01-01")
                .param("periodTo", "2027-12-31")
                .param("understanding", understanding)
                .param("version", String.valueOf(version));
    }

    @Test
    void the_second_writer_sees_what_the_first_one_wrote() throws Exception {
        long plan = bench.start(manager, "PC", "empty");
        int version = version(plan);
        bench.send(cast.director(), strategy(plan, "First words", version)).andExpect(status().is3xxRedirection());

        String told = bench.send(manager, strategy(plan, "Second words", version))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told)
                .contains(
                        cast.director().fullName() + " changed this",
                        "Stands now: First words",
                        "Second words</textarea>");
        assertThat(bench.view(plan).plan().understanding()).isEqualTo("First words");
    }

    @Test
    void a_review_becomes_work() throws Exception {
        long plan = bench.start(manager, "PC", "grow");
        bench.send(
                        manager,
                        post("/plans/{id}/reviews", plan)
                                .param("heldOn", "2026-11-16")
                                .param("attendees", "潘经理, Ms Wu")
                                .param("rating", "4")
                                .param("summary", "Going well")
                                .param("decisions", "Send samples\n\nCall the warehouse")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        PlanView view = bench.view(plan);
        assertThat(view.decisions())
                .extracting(Review.Decision::what)
                .containsExactly("Send samples", "Call the warehouse");
        long decision = view.decisions().getFirst().id();

        String form = bench.send(
                        manager,
                        get("/plans/{id}/work-items/new", plan)
                                .param("decision", String.valueOf(decision))
                                .param("title", "Send samples"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(form).contains("value=\"Send samples\"");
        bench.send(manager, PlanBench.item(plan, "Send samples", manager).param("decision", String.valueOf(decision)))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.view(plan).decisions().getFirst().item()).isNotNull();
        assertThat(bench.view(plan).nextReview()).isAfter(LocalDate.of(2026, 12, 1));
    }

    @Test
    void work_that_would_wait_for_itself_is_refused_by_name() throws Exception {
        long plan = bench.start(manager, "PC", "empty");
        bench.send(manager, PlanBench.item(plan, "First", manager)).andExpect(status().is3xxRedirection());
        long first = bench.view(plan).work().getFirst().id();
        bench.send(manager, PlanBench.item(plan, "Second", manager).param("waitsFor", String.valueOf(first)))
                .andExpect(status().is3xxRedirection());
        long second = bench.view(plan).work().getLast().id();

        String refused = bench.send(
                        manager,
                        PlanBench.item("/work-items/" + first, "First", manager, "2026-11-16")
                                .param("waitsFor", String.valueOf(second)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("Work would wait for itself: First → Second → First");
        long account = archive.card("PC").id();
        assertThatThrownBy(() -> people.run(
                        manager,
                        "insert into planning.dependency (item_id, waits_for_id, plan_id, account_id) values (%d, %d, %d, %d)"
                                .formatted(first, second, plan, account)))
                .hasStackTraceContaining("wait for itself");
    }

    @Test
    void due_work_and_reviews_stand_in_today() throws Exception {
        long plan = bench.start(manager, "PC", "empty");
        bench.send(manager, PlanBench.item(plan, "Bring the contract", manager)).andExpect(status().is3xxRedirection());

        assertThat(bench.page(manager, "/today")).contains("Bring the contract", "Done when: Seen by others");
        long work = bench.view(plan).work().getFirst().id();
        bench.send(manager, PlanBench.item("/work-items/" + work, "Bring the contract", manager, "2026-11-16"))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.page(manager, "/work-items/" + work)).contains("Bring the contract");
    }

    @Test
    void a_test_that_has_begun_stays_as_it_is() throws Exception {
        long plan = bench.start(manager, "PC", "empty");
        bench.send(
                        manager,
                        PlanBench.item(plan, "Tested", manager)
                                .param("metric", "revenue")
                                .param("effectFrom", "2026-11")
                                .param("effectMonths", "6"))
                .andExpect(status().is3xxRedirection());
        long work = bench.view(plan).work().getFirst().id();
        assertThat(bench.view(plan).work().getFirst().isNamedBeforehand()).isFalse();
        assertThat(bench.page(manager, "/work-items/" + work))
                .contains("The test was named after its window had begun");

        String refused = bench.send(manager, PlanBench.item("/work-items/" + work, "Tested", manager, "2026-11-16"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("stays as it is");
        assertThatThrownBy(
                        () -> people.run(manager, "update planning.work_item set effect_months = 3 where id = " + work))
                .hasStackTraceContaining("the effect test has begun");
    }

    @Test
    void the_next_period_takes_over_what_is_left() throws Exception {
        long plan = bench.start(manager, "PD", "grow");
        bench.send(
                        manager,
                        post("/plans/{id}/risks", plan)
                                .param("what", "Their buyer leaves")
                                .param("likelihood", "2")
                                .param("impact", "3")
                                .param("counter", ""))
                .andExpect(status().is3xxRedirection());
        bench.send(manager, post("/plans/{id}/copy", plan)).andExpect(status().is3xxRedirection());
        long next = people.count(cast.director(), "select max(id) from planning.plan");

        PlanView view = bench.view(next);
        assertThat(view.plan().periodFrom()).isEqualTo("2028-01-01");
        assertThat(view.plan().periodTo()).isEqualTo("2028-12-31");
        assertThat(view.plan().title()).isEqualTo("Plan PD 2028");
        assertThat(view.plan().formerId()).isEqualTo(plan);
        assertThat(view.work()).hasSize(3);
        assertThat(view.risks()).hasSize(1);
        assertThat(view.goals()).hasSameSizeAs(bench.view(plan).goals());
    }

    @Test
    void plans_are_read_by_programs_and_by_nobody_else() throws Exception {
        long plan = bench.start(manager, "PA", "grow");
        bench.call(manager, "/api/v1/plans/" + plan)
                .andExpect(jsonPath("$.plan.title").value("Plan PA 2027"))
                .andExpect(jsonPath("$.goals[0].metric").value("revenue"));
        bench.call(manager, "/api/v1/plans/" + plan + "/work-items")
                .andExpect(jsonPath("$.length()").value(3));
        bench.send(cast.viewer(), get("/plans/" + plan)).andExpect(status().isNotFound());
        bench.call(cast.viewer(), "/api/v1/plans/" + plan).andExpect(status().isNotFound());
        assertThat(bench.page(cast.viewer(), "/plans?whose=all")).doesNotContain("Plan PA 2027");
    }

    @Test
    void a_list_that_is_cut_says_of_how_many() throws Exception {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into planning.plan (account_id, title, period_from, period_to, playbook, submission, changed_by, changed_at)
                select a.id, 'Many ' || n, '2026-01-01', '2026-12-31', 'empty', gen_random_uuid(), 'x', now()
                from accounts.account a cross join generate_series(1, 201) n where a.code = 'PA'
                """);
        long total = people.count(cast.director(), "select count(*) from planning.plan where state <> 'closed'");
        assertThat(bench.page(cast.director(), "/plans?whose=all"))
                .contains(total + " plans", "The first 200 of " + total + " are shown");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update planning.plan set state = 'closed' where title like 'Many %'");
    }

    @Test
    void nobody_reads_or_writes_plans_of_accounts_that_are_not_theirs() throws Exception {
        long plan = bench.start(manager, "PA", "grow");
        User other = cast.another("pu", "蒲经理", Role.KAM);
        for (String table : new String[] {
            "plan", "goal", "risk", "work_item", "dependency", "edition", "review", "decision", "effect"
        }) {
            assertThat(people.count(other, "select count(*) from planning." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(people.run(other, "update planning.plan set title = 'mine' where id = " + plan))
                .isZero();
        assertThatThrownBy(() -> people.run(manager, "update planning.plan set state = 'approved' where id = " + plan))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> people.run(manager, "update planning.edition set content = '{}'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> people.run(manager, "delete from planning.work_item"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_merge_carries_everything_and_undoing_brings_it_back() throws Exception {
        archive.accounts("PX", "PY");
        archive.grant("PY", manager, Level.FULL);
        long plan = bench.start(manager, "PY", "grow");
        long former = archive.card("PY").id();
        long merge = merges.merge("PX", "PY").orElseThrow();
        long survivor = archive.card("PX").id();
        for (String table : new String[] {"plan", "work_item", "dependency"}) {
            assertThat(people.count(
                            cast.director(),
                            "select count(*) from planning.%s where account_id = %d and booked_account_id = %d"
                                    .formatted(table, survivor, former)))
                    .as(table)
                    .isPositive();
        }
        assertThat(bench.view(plan).plan().accountCode()).isEqualTo("PX");
        merges.undo(merge);
        assertThat(bench.view(plan).plan().accountCode()).isEqualTo("PY");
    }
}
