package mainstay.planning.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.planning.work.WorkItem;
import mainstay.planning.work.WorkItemDesk;
import mainstay.shared.WorkSource.Work;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Plans that are written twice, by two people at once, or for somebody who would not find them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanSafetyTests {

    @Autowired
    PlanBench bench;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    ReviewWork reviews;

    @Autowired
    WorkItemDesk work;

    private User manager;

    @BeforeAll
    void ledger() {
        manager = bench.manager("pei", "裴经理", "SA", "SB", "SC", "SD");
    }

    @Test
    void work_is_given_to_nobody_who_would_not_find_it() throws Exception {
        long plan = bench.start(manager, "SA", "empty");
        String items = "/plans/" + plan + "/work-items";
        User technician = cast.another("ke", "柯技师", Role.AGENT);

        assertThat(bench.refused(manager, PlanBench.item(items, "Repair the shelf", technician, "2026-11-16")))
                .contains("柯技师", "does not see what is planned for this account", "Make");
        assertThat(bench.refused(manager, PlanBench.item(items, "Repair the shelf", cast.viewer(), "2026-11-16")))
                .contains("only looks on");

        archive.grant("SA", technician, Level.BUSINESS);
        long repair = bench.add(manager, PlanBench.item(items, "Repair the shelf", technician, "2026-11-16"));
        assertThat(bench.page(technician, "/work-items/" + repair)).contains("Repair the shelf");
    }

    @Test
    void work_of_a_closed_plan_is_no_drop_any_more() throws Exception {
        long plan = bench.start(manager, "SB", "empty");
        String path = "/work-items/"
                + bench.add(
                        manager,
                        PlanBench.item("/plans/" + plan + "/work-items", "Count the stock", manager, "2026-01-01"))
                + "\"";
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.work_item set due_on = '2026-11-01' where id = "
                        + people.count(cast.director(), "select max(id) from planning.work_item"));
        assertThat(bench.page(cast.director(), "/team/coverage")).contains(path);

        bench.send(manager, post("/plans/{id}/close", plan).param("sure", "yes"))
                .andExpect(status().is3xxRedirection());
        assertThat(bench.page(cast.director(), "/team/coverage")).doesNotContain(path);
    }

    @Test
    void a_plan_is_closed_and_a_goal_dropped_after_a_page_that_says_what_it_means() throws Exception {
        long plan = bench.start(manager, "SB", "empty");
        bench.send(manager, goal(plan, UUID.randomUUID())).andExpect(status().is3xxRedirection());
        bench.add(manager, PlanBench.item(plan, "Left to do", manager));
        String drop = "/plans/" + plan + "/goals/"
                + bench.view(plan).goals().getFirst().goal().id() + "/drop";
        assertThat(bench.page(manager, "/plans/" + plan))
                .contains("href=\"" + drop, "href=\"/plans/" + plan + "/close", "To be reviewed on");
        assertThat(bench.page(manager, drop)).contains("Sales of twelve months leaves the plan", "name=\"sure\"");
        assertThat(bench.refused(manager, post(drop))).contains("leaves the plan");
        assertThat(bench.view(plan).goals()).hasSize(1);
        bench.send(manager, post(drop).param("sure", "yes")).andExpect(status().is3xxRedirection());
        assertThat(bench.view(plan).goals()).isEmpty();
        assertThat(bench.send(manager, get(drop)).andReturn().getResponse().getStatus())
                .isEqualTo(404);

        String close = "/plans/" + plan + "/close";
        assertThat(bench.page(manager, close)).contains("1 piece of work is not done", "name=\"sure\"");
        assertThat(bench.refused(manager, post(close))).contains("1 piece of work is not done");
        assertThat(bench.view(plan).plan().isOpen()).isTrue();
        bench.send(manager, post(close).param("sure", "yes")).andExpect(status().is3xxRedirection());
        assertThat(bench.view(plan).plan().isOpen()).isFalse();
        assertThat(bench.page(manager, "/plans/" + plan)).doesNotContain("To be reviewed on");
        bench.send(cast.viewer(), get(close)).andExpect(status().isForbidden());
    }

    @Test
    void who_is_to_approve_a_plan_reads_what_it_says_and_asks_for() throws Exception {
        long plan = bench.start(manager, "SD", "empty");
        bench.send(manager, goal(plan, UUID.randomUUID())).andExpect(status().is3xxRedirection());
        bench.send(
                        manager,
                        post("/plans/{id}/strategy", plan)
                                .param("title", "Grow with SD")
                                .param("periodFrom", "2027-01-01")
                                .param("periodTo", "2027-12-31")
                                .param("understanding", "They sell tea to schools")
                                .param(
                                        "version",
                                        String.valueOf(bench.view(plan).plan().version())))
                .andExpect(status().is3xxRedirection());
        bench.send(manager, asked(plan, bench.view(plan).plan().version())).andExpect(status().is3xxRedirection());
        String request = requireNonNull(bench.view(plan).asked()).path();

        assertThat(bench.page(cast.director(), request))
                .contains(
                        "href=\"/accounts/SD/plan\"",
                        "href=\"/plans/" + plan + "\"",
                        "/plans/" + plan + "/editions/1",
                        "Grow with SD, ",
                        "They sell tea to schools",
                        "Sales of twelve months: 900 by");
    }

    @Test
    void a_review_stays_in_today_until_the_plan_is_over() throws Exception {
        long ends = bench.start(manager, PlanBench.started("SB", "empty", "2025-11-20", "2026-11-19"));
        long over = bench.start(manager, PlanBench.started("SB", "empty", "2025-11-15", "2026-11-15"));

        assertThat(cast.as(cast.director(), reviews::work))
                .extracting(Work::subject)
                .contains(String.valueOf(ends))
                .doesNotContain(String.valueOf(over));
    }

    @Test
    void nobody_hands_in_words_that_they_have_not_read() throws Exception {
        long plan = bench.start(manager, "SC", "empty");
        bench.send(manager, goal(plan, UUID.randomUUID())).andExpect(status().is3xxRedirection());
        int read = bench.view(plan).plan().version();
        assertThat(bench.page(manager, "/plans/" + plan)).contains("name=\"version\" value=\"" + read + "\"");
        bench.send(
                        cast.director(),
                        post("/plans/{id}/strategy", plan)
                                .param("title", "Plan SC 2027")
                                .param("periodFrom", "2027-01-01")
                                .param("periodTo", "2027-12-31")
                                .param("understanding", "Other words")
                                .param("version", String.valueOf(read)))
                .andExpect(status().is3xxRedirection());

        String told = bench.send(manager, asked(plan, read))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told).contains("changed the plan after you had opened it");
        assertThat(bench.view(plan).plan().state()).isEqualTo("draft");
        bench.send(manager, asked(plan, read + 1)).andExpect(status().is3xxRedirection());
        assertThat(bench.view(plan).plan().state()).isEqualTo("asked");
    }

    private static MockHttpServletRequestBuilder asked(long plan, int version) {
        return post("/plans/{id}/approval", plan)
                .param("version", String.valueOf(version))
                .param("reason", "Five percent more");
    }

    private static MockHttpServletRequestBuilder goal(long plan, UUID submission) {
        return post("/plans/{id}/goals", plan)
                .param("metric", "revenue")
                .param("base", "900")
                .param("dueOn", "2027-12-31")
                .param("submission", submission.toString());
    }

    @Test
    void two_clicks_write_one_goal_one_risk_and_one_plan_of_the_next_period() throws Exception {
        long plan = bench.start(manager, "SC", "empty");
        UUID submission = UUID.randomUUID();
        for (int click = 0; click < 2; click++) {
            bench.send(manager, goal(plan, submission)).andExpect(status().is3xxRedirection());
            bench.send(
                            manager,
                            post("/plans/{id}/risks", plan)
                                    .param("what", "Their buyer leaves")
                                    .param("likelihood", "2")
                                    .param("impact", "3")
                                    .param("submission", submission.toString()))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(bench.view(plan).goals()).hasSize(1);
        assertThat(bench.view(plan).risks()).hasSize(1);
        for (String form : new String[] {"", "/goals/new", "/risks/new"}) {
            assertThat(bench.page(manager, "/plans/" + plan + form))
                    .containsPattern("name=\"submission\" value=\"[0-9a-f-]{36}\"");
        }

        long next = bench.start(manager, post("/plans/{id}/copy", plan).param("submission", submission.toString()));
        assertThat(bench.start(manager, post("/plans/{id}/copy", plan).param("submission", submission.toString())))
                .isEqualTo(next);
    }

    @Test
    void a_form_that_is_sent_twice_at_once_counts_once() throws Exception {
        MockHttpServletRequestBuilder form = PlanBench.started("SD", "empty", "2027-01-01", "2027-12-31");
        List<Long> plans = together(
                "lock table planning.plan in share mode",
                List.<Callable<Long>>of(() -> bench.start(manager, form), () -> bench.start(manager, form)));
        assertThat(plans.getFirst()).isEqualTo(plans.getLast());
    }

    @Test
    void work_that_comes_to_wait_for_other_work_is_saved_beside_it() throws Exception {
        long plan = bench.start(manager, "SD", "empty");
        long first = bench.add(manager, PlanBench.item(plan, "First", manager));
        long second = bench.add(manager, PlanBench.item(plan, "Second", manager));

        together(
                "select pg_advisory_xact_lock(hashtext('planning.dependency'), hashint8(%d))".formatted(plan),
                List.<Callable<ResultActions>>of(
                        () -> bench.send(
                                        manager,
                                        PlanBench.item("/work-items/" + first, "First, later", manager, "2026-11-16")
                                                .param("waitsFor", String.valueOf(second)))
                                .andExpect(status().is3xxRedirection()),
                        () -> bench.send(
                                        manager,
                                        PlanBench.item(
                                                "/work-items/" + second, "Second, sooner", manager, "2026-11-16"))
                                .andExpect(status().is3xxRedirection())));
        assertThat(bench.view(plan).work())
                .extracting(WorkItem::title)
                .containsExactlyInAnyOrder("First, later", "Second, sooner");
    }

    /// Begins each while a lock is held, the next once the one before waits, and lets them go together.
    private static <T> List<T> together(String lock, List<Callable<T>> calls) throws Exception {
        try (ExecutorService hands = Executors.newCachedThreadPool();
                Connection holder = DriverManager.getConnection(StoryDatabase.ownerUrl());
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(lock);
            List<Future<T>> begun = new ArrayList<>();
            for (Callable<T> call : calls) {
                begun.add(hands.submit(call));
                awaitWaiting(statement, begun.size());
            }
            holder.commit();
            List<T> done = new ArrayList<>();
            for (Future<T> each : begun) {
                done.add(each.get(60, TimeUnit.SECONDS));
            }
            return done;
        }
    }

    private static void awaitWaiting(Statement statement, int wanted) throws SQLException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (ResultSet waiting = statement.executeQuery("""
                    select count(*) from pg_locks
                    where not granted and database = (select oid from pg_database where datname = current_database())
                    """)) {
                waiting.next();
                if (waiting.getInt(1) >= wanted) {
                    return;
                }
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new IllegalStateException("nobody waits");
    }

    @Test
    void the_next_period_takes_over_details_needs_and_what_waits_for_what() throws Exception {
        long plan = bench.start(manager, "SA", "empty");
        bench.send(
                        manager,
                        post("/accounts/SA/needs")
                                .param("title", "Tea in ten days")
                                .param("kind", "wish")
                                .param("priority", "1")
                                .param("source", "said at the visit")
                                .param("voicedOn", "2026-11-01")
                                .param("state", "open")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        long need = people.count(cast.director(), "select max(id) from planning.need");
        long before = bench.add(
                manager,
                PlanBench.item("/plans/" + plan + "/work-items", "Order the tea", manager, "2026-11-18")
                        .param("detail", "The green one")
                        .param("need", String.valueOf(need)));
        bench.add(manager, PlanBench.item(plan, "Bring the tea", manager).param("waitsFor", String.valueOf(before)));

        List<WorkItem> copies =
                bench.view(bench.start(manager, post("/plans/{id}/copy", plan))).work();
        assertThat(copies).extracting(WorkItem::title).containsExactlyInAnyOrder("Order the tea", "Bring the tea");
        WorkItem order = copies.stream()
                .filter(each -> each.title().startsWith("Order"))
                .findFirst()
                .orElseThrow();
        WorkItem bring = copies.stream()
                .filter(each -> each.title().startsWith("Bring"))
                .findFirst()
                .orElseThrow();
        assertThat(order.detail()).isEqualTo("The green one");
        assertThat(order.needId()).isEqualTo(need);
        assertThat(Acting.asOperator(() -> work.before(bring)))
                .extracting(WorkItem::id)
                .containsExactly(order.id());
    }

    @Test
    void a_share_is_not_carried_past_all_there_is() throws Exception {
        long plan = bench.start(manager, "SB", "empty");
        bench.send(
                        manager,
                        post("/plans/{id}/goals", plan)
                                .param("metric", "paid-on-time")
                                .param("base", "95")
                                .param("stretch", "98")
                                .param("dueOn", "2027-12-31"))
                .andExpect(status().is3xxRedirection());
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update portfolio.standing set on_time_share = 0.9 where scope = 'account' and account_id = "
                        + archive.card("SB").id(),
                "update planning.goal set baseline = 0.86 where plan_id = " + plan);

        Goal carried = bench.view(bench.start(manager, post("/plans/{id}/copy", plan)))
                .goals()
                .getFirst()
                .goal();
        assertThat(carried.base()).isCloseTo(0.99, within(0.000_001));
        assertThat(carried.stretch()).isEqualTo(1);
    }
}
