package mainstay.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonBench;
import mainstay.approvals.Approvals;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.portfolio.Standings;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A plan from its template to approval, review and the next period.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    Approvals approvals;

    @Autowired
    Standings standings;

    @Autowired
    PlanReading reading;

    @Autowired
    MergeBench merges;

    private User manager;

    @BeforeAll
    void ledger() {
        archive.accounts("PA", "PB", "PC", "PD");
        manager = cast.another("pan", "潘经理", Role.KAM);
        for (String code : new String[] {"PA", "PB", "PC", "PD"}) {
            archive.grant(code, manager, Level.FULL);
        }
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private ResultActions call(User user, String address) throws Exception {
        return web.perform(get(address).header("Authorization", "Bearer " + cast.token(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    private long start(String code, String playbook) throws Exception {
        send(
                        manager,
                        post("/accounts/" + code + "/plan")
                                .param("playbook", playbook)
                                .param("title", "Plan " + code + " 2027")
                                .param("periodFrom", "2027-01-01")
                                .param("periodTo", "2027-12-31")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        return people.count(cast.director(), "select max(id) from planning.plan");
    }

    private PlanView view(long plan) {
        return Acting.asOperator(() -> reading.at(plan));
    }

    @Test
    void a_template_brings_goals_on_live_figures_and_work_in_order() throws Exception {
        assertThat(page(manager, "/accounts/PB/plan")).contains("No plan runs for this account", "Start the plan");
        long plan = start("PB", "grow");

        PlanView view = view(plan);
        assertThat(view.goals()).extracting(goal -> goal.metric().code()).contains("revenue");
        GoalProgress sales = view.goals().getFirst();
        assertThat(sales.goal().baseline()).isEqualTo(sales.now());
        assertThat(sales.goal().base()).isEqualTo(330);
        assertThat(view.work()).hasSize(3);
        assertThat(view.work().getLast().isNamedBeforehand()).isTrue();
        assertThat(page(manager, "/plans/" + plan))
                .contains("Guide them on site in stock and display", "Sales of twelve months");
        assertThat(page(manager, "/accounts/PB/plan")).contains("Plan PB 2027");
        assertThat(page(manager, "/plans")).contains("Plan PB 2027");
    }

    @Test
    void work_whose_day_is_over_and_that_nobody_began_is_a_drop_on_the_board() throws Exception {
        long plan = start("PD", "grow");
        long work = people.count(cast.director(), "select min(id) from planning.work_item where plan_id = " + plan);
        String path = "/work-items/" + work + "\"";
        assertThat(page(cast.director(), "/team/coverage")).doesNotContain(path);
        String late =
                "update planning.work_item set starts_on = '2026-01-01', due_on = '2026-11-15', state = '%s' where id = "
                        + work;
        TestServer.executeAt(StoryDatabase.ownerUrl(), late.formatted("doing"));
        assertThat(page(cast.director(), "/team/coverage")).doesNotContain(path);

        TestServer.executeAt(StoryDatabase.ownerUrl(), late.formatted("open"));
        assertThat(page(cast.director(), "/team/coverage")).contains(path, "Planned work:", "untouched past its limit");
    }

    @Test
    void a_plan_is_approved_stays_as_an_edition_and_is_a_draft_again_when_changed() throws Exception {
        long plan = start("PC", "keep");
        String path = "/plans/" + plan;
        send(manager, strategy(plan, "They sell tea to schools", version(plan))).andExpect(status().is3xxRedirection());
        send(
                        manager,
                        post(path + "/approval")
                                .param("version", String.valueOf(version(plan)))
                                .param("reason", "Five percent more"))
                .andExpect(status().is3xxRedirection());
        assertThat(view(plan).plan().state()).isEqualTo("asked");
        send(manager, strategy(plan, "Something else", version(plan))).andExpect(status().isConflict());

        long request = Acting.asOperator(() -> approvals.pending("plan", plan + ".1"))
                .orElseThrow()
                .id();
        send(
                        cast.director(),
                        post("/approvals/{id}/decisions", request)
                                .param("decision", "granted")
                                .param("remark", "good"))
                .andExpect(status().is3xxRedirection());
        assertThat(view(plan).plan().state()).isEqualTo("approved");
        assertThat(view(plan).editions().getFirst().outcome()).isEqualTo("granted");

        send(manager, strategy(plan, "They sell tea to hotels", version(plan))).andExpect(status().is3xxRedirection());
        assertThat(view(plan).plan().state()).isEqualTo("draft");
        assertThat(page(manager, path + "/editions/1"))
                .contains("They sell tea to schools")
                .doesNotContain("hotels");
    }

    private int version(long plan) {
        return view(plan).plan().version();
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
        long plan = start("PC", "empty");
        int version = version(plan);
        send(cast.director(), strategy(plan, "First words", version)).andExpect(status().is3xxRedirection());

        String told = send(manager, strategy(plan, "Second words", version))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told)
                .contains(
                        cast.director().fullName() + " changed this",
                        "Stands now: First words",
                        "Second words</textarea>");
        assertThat(view(plan).plan().understanding()).isEqualTo("First words");
    }

    @Test
    void a_review_becomes_work() throws Exception {
        long plan = start("PC", "grow");
        send(
                        manager,
                        post("/plans/{id}/reviews", plan)
                                .param("heldOn", "2026-11-16")
                                .param("attendees", "潘经理, Ms Wu")
                                .param("rating", "4")
                                .param("summary", "Going well")
                                .param("decisions", "Send samples\n\nCall the warehouse")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        PlanView view = view(plan);
        assertThat(view.decisions())
                .extracting(Review.Decision::what)
                .containsExactly("Send samples", "Call the warehouse");
        long decision = view.decisions().getFirst().id();

        String form = send(
                        manager,
                        get("/plans/{id}/work-items/new", plan)
                                .param("decision", String.valueOf(decision))
                                .param("title", "Send samples"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(form).contains("value=\"Send samples\"");
        send(manager, item(plan, "Send samples", "").param("decision", String.valueOf(decision)))
                .andExpect(status().is3xxRedirection());
        assertThat(view(plan).decisions().getFirst().item()).isNotNull();
        assertThat(view(plan).nextReview()).isAfter(LocalDate.of(2026, 12, 1));
    }

    private MockHttpServletRequestBuilder item(long plan, String title, String waitsFor) {
        MockHttpServletRequestBuilder request = itemForm(post("/plans/{id}/work-items", plan), title);
        return waitsFor.isEmpty() ? request : request.param("waitsFor", waitsFor);
    }

    private MockHttpServletRequestBuilder itemForm(MockHttpServletRequestBuilder request, String title) {
        return request.param("title", title)
                .param("form", "visit")
                .param("state", "open")
                .param("startsOn", "2026-11-16")
                .param("dueOn", "2026-11-20")
                .param("standard", "Seen by others")
                .param("responsible", String.valueOf(manager.id()))
                .param("accountable", String.valueOf(manager.id()))
                .param("submission", UUID.randomUUID().toString());
    }

    @Test
    void work_that_would_wait_for_itself_is_refused_by_name() throws Exception {
        long plan = start("PC", "empty");
        send(manager, item(plan, "First", "")).andExpect(status().is3xxRedirection());
        long first = view(plan).work().getFirst().id();
        send(manager, item(plan, "Second", String.valueOf(first))).andExpect(status().is3xxRedirection());
        long second = view(plan).work().getLast().id();

        String refused = send(
                        manager,
                        itemForm(post("/work-items/{id}", first), "First")
                                .param("version", "1")
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
        long plan = start("PC", "empty");
        send(manager, item(plan, "Bring the contract", "")).andExpect(status().is3xxRedirection());

        assertThat(page(manager, "/today")).contains("Bring the contract", "Done when: Seen by others");
        long work = view(plan).work().getFirst().id();
        send(
                        manager,
                        itemForm(post("/work-items/{id}", work), "Bring the contract")
                                .param("version", "1"))
                .andExpect(status().is3xxRedirection());
        assertThat(page(manager, "/work-items/" + work)).contains("Bring the contract");
    }

    @Test
    void a_test_that_has_begun_stays_as_it_is() throws Exception {
        long plan = start("PC", "empty");
        send(
                        manager,
                        item(plan, "Tested", "")
                                .param("metric", "revenue")
                                .param("effectFrom", "2026-11")
                                .param("effectMonths", "6"))
                .andExpect(status().is3xxRedirection());
        long work = view(plan).work().getFirst().id();
        assertThat(view(plan).work().getFirst().isNamedBeforehand()).isFalse();
        assertThat(page(manager, "/work-items/" + work)).contains("The test was named after its window had begun");

        String refused = send(
                        manager,
                        itemForm(post("/work-items/{id}", work), "Tested").param("version", "1"))
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
        long plan = start("PD", "grow");
        send(
                        manager,
                        post("/plans/{id}/risks", plan)
                                .param("what", "Their buyer leaves")
                                .param("likelihood", "2")
                                .param("impact", "3")
                                .param("counter", ""))
                .andExpect(status().is3xxRedirection());
        send(manager, post("/plans/{id}/copy", plan)).andExpect(status().is3xxRedirection());
        long next = people.count(cast.director(), "select max(id) from planning.plan");

        PlanView view = view(next);
        assertThat(view.plan().periodFrom()).isEqualTo("2028-01-01");
        assertThat(view.plan().periodTo()).isEqualTo("2028-12-31");
        assertThat(view.plan().title()).isEqualTo("Plan PD 2028");
        assertThat(view.plan().formerId()).isEqualTo(plan);
        assertThat(view.work()).hasSize(3);
        assertThat(view.risks()).hasSize(1);
        assertThat(view.goals()).hasSameSizeAs(view(plan).goals());
    }

    @Test
    void plans_are_read_by_programs_and_by_nobody_else() throws Exception {
        long plan = start("PA", "grow");
        call(manager, "/api/v1/plans/" + plan)
                .andExpect(jsonPath("$.plan.title").value("Plan PA 2027"))
                .andExpect(jsonPath("$.goals[0].metric").value("revenue"));
        call(manager, "/api/v1/plans/" + plan + "/work-items")
                .andExpect(jsonPath("$.length()").value(3));
        send(cast.viewer(), get("/plans/" + plan)).andExpect(status().isNotFound());
        call(cast.viewer(), "/api/v1/plans/" + plan).andExpect(status().isNotFound());
        assertThat(page(cast.viewer(), "/plans?whose=all")).doesNotContain("Plan PA 2027");
    }

    @Test
    void nobody_reads_or_writes_plans_of_accounts_that_are_not_theirs() throws Exception {
        long plan = start("PA", "grow");
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
        long plan = start("PY", "grow");
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
        assertThat(view(plan).plan().accountCode()).isEqualTo("PX");
        merges.undo(merge);
        assertThat(view(plan).plan().accountCode()).isEqualTo("PY");
    }
}
