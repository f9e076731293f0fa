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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import mainstay.portfolio.Standings;
import mainstay.shared.WorkSource.Work;
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

/// Plans that are written twice, by two people at once, or for somebody who would not find them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanSafetyTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    Standings standings;

    @Autowired
    PlanReading reading;

    @Autowired
    ReviewWork reviews;

    @Autowired
    WorkItemDesk work;

    private User manager;

    @BeforeAll
    void ledger() {
        archive.accounts("SA", "SB", "SC", "SD");
        manager = cast.another("pei", "裴经理", Role.KAM);
        for (String code : new String[] {"SA", "SB", "SC", "SD"}) {
            archive.grant(code, manager, Level.FULL);
        }
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    private String refused(MockHttpServletRequestBuilder request) throws Exception {
        return send(manager, request)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder started(String code, String playbook, String from, String to) {
        return post("/accounts/" + code + "/plan")
                .param("playbook", playbook)
                .param("title", "Plan " + code + " " + from)
                .param("periodFrom", from)
                .param("periodTo", to)
                .param("submission", UUID.randomUUID().toString());
    }

    private long start(String code, String playbook) throws Exception {
        return start(started(code, playbook, "2027-01-01", "2027-12-31"));
    }

    private long start(MockHttpServletRequestBuilder request) throws Exception {
        String path = requireNonNull(send(manager, request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private PlanView view(long plan) {
        return Acting.asOperator(() -> reading.at(plan));
    }

    private static MockHttpServletRequestBuilder item(String address, String title, User responsible, String starts) {
        return post(address)
                .param("title", title)
                .param("form", "visit")
                .param("state", "open")
                .param("startsOn", starts)
                .param("dueOn", "2026-11-20")
                .param("standard", "Seen by others")
                .param("responsible", String.valueOf(responsible.id()))
                .param("accountable", String.valueOf(responsible.id()))
                .param("version", "1")
                .param("submission", UUID.randomUUID().toString());
    }

    private MockHttpServletRequestBuilder item(long plan, String title, String starts) {
        return item("/plans/" + plan + "/work-items", title, manager, starts);
    }

    private long latestItem() {
        return people.count(cast.director(), "select max(id) from planning.work_item");
    }

    private long add(MockHttpServletRequestBuilder item) throws Exception {
        send(manager, item).andExpect(status().is3xxRedirection());
        return latestItem();
    }

    @Test
    void work_is_given_to_nobody_who_would_not_find_it() throws Exception {
        long plan = start("SA", "empty");
        String items = "/plans/" + plan + "/work-items";
        User technician = cast.another("ke", "柯技师", Role.AGENT);

        assertThat(refused(item(items, "Repair the shelf", technician, "2026-11-16")))
                .contains("柯技师", "does not see what is planned for this account", "Make");
        assertThat(refused(item(items, "Repair the shelf", cast.viewer(), "2026-11-16")))
                .contains("only looks on");

        archive.grant("SA", technician, Level.BUSINESS);
        long repair = add(item(items, "Repair the shelf", technician, "2026-11-16"));
        assertThat(page(technician, "/work-items/" + repair)).contains("Repair the shelf");
    }

    @Test
    void work_of_a_closed_plan_is_no_drop_any_more() throws Exception {
        long plan = start("SB", "empty");
        String path = "/work-items/" + add(item(plan, "Count the stock", "2026-01-01")) + "\"";
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.work_item set due_on = '2026-11-01' where id = " + latestItem());
        assertThat(page(cast.director(), "/team/coverage")).contains(path);

        send(manager, post("/plans/{id}/close", plan)).andExpect(status().is3xxRedirection());
        assertThat(page(cast.director(), "/team/coverage")).doesNotContain(path);
    }

    @Test
    void a_review_stays_in_today_until_the_plan_is_over() throws Exception {
        long ends = start(started("SB", "empty", "2025-11-20", "2026-11-19"));
        long over = start(started("SB", "empty", "2025-11-15", "2026-11-15"));

        assertThat(cast.as(cast.director(), reviews::work))
                .extracting(Work::subject)
                .contains(String.valueOf(ends))
                .doesNotContain(String.valueOf(over));
    }

    @Test
    void nobody_hands_in_words_that_they_have_not_read() throws Exception {
        long plan = start("SC", "empty");
        send(manager, goal(plan, UUID.randomUUID())).andExpect(status().is3xxRedirection());
        int read = view(plan).plan().version();
        assertThat(page(manager, "/plans/" + plan)).contains("name=\"version\" value=\"" + read + "\"");
        send(
                        cast.director(),
                        post("/plans/{id}/strategy", plan)
                                .param("title", "Plan SC 2027")
                                .param("periodFrom", "2027-01-01")
                                .param("periodTo", "2027-12-31")
                                .param("understanding", "Other words")
                                .param("version", String.valueOf(read)))
                .andExpect(status().is3xxRedirection());

        String told = send(manager, asked(plan, read))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told).contains("changed the plan after you had opened it");
        assertThat(view(plan).plan().state()).isEqualTo("draft");
        send(manager, asked(plan, read + 1)).andExpect(status().is3xxRedirection());
        assertThat(view(plan).plan().state()).isEqualTo("asked");
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
        long plan = start("SC", "empty");
        UUID submission = UUID.randomUUID();
        for (int click = 0; click < 2; click++) {
            send(manager, goal(plan, submission)).andExpect(status().is3xxRedirection());
            send(
                            manager,
                            post("/plans/{id}/risks", plan)
                                    .param("what", "Their buyer leaves")
                                    .param("likelihood", "2")
                                    .param("impact", "3")
                                    .param("submission", submission.toString()))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(view(plan).goals()).hasSize(1);
        assertThat(view(plan).risks()).hasSize(1);
        for (String form : new String[] {"", "/goals/new", "/risks/new"}) {
            assertThat(page(manager, "/plans/" + plan + form))
                    .containsPattern("name=\"submission\" value=\"[0-9a-f-]{36}\"");
        }

        long next = start(post("/plans/{id}/copy", plan).param("submission", submission.toString()));
        assertThat(start(post("/plans/{id}/copy", plan).param("submission", submission.toString())))
                .isEqualTo(next);
    }

    @Test
    void a_form_that_is_sent_twice_at_once_counts_once() throws Exception {
        MockHttpServletRequestBuilder form = started("SD", "empty", "2027-01-01", "2027-12-31");
        List<Long> plans = together(
                "lock table planning.plan in share mode",
                List.<Callable<Long>>of(() -> start(form), () -> start(form)));
        assertThat(plans.getFirst()).isEqualTo(plans.getLast());
    }

    @Test
    void work_that_comes_to_wait_for_other_work_is_saved_beside_it() throws Exception {
        long plan = start("SD", "empty");
        long first = add(item(plan, "First", "2026-11-16"));
        long second = add(item(plan, "Second", "2026-11-16"));

        together(
                "select pg_advisory_xact_lock(hashtext('planning.dependency'), hashint8(%d))".formatted(plan),
                List.<Callable<ResultActions>>of(
                        () -> send(
                                        manager,
                                        item("/work-items/" + first, "First, later", manager, "2026-11-16")
                                                .param("waitsFor", String.valueOf(second)))
                                .andExpect(status().is3xxRedirection()),
                        () -> send(manager, item("/work-items/" + second, "Second, sooner", manager, "2026-11-16"))
                                .andExpect(status().is3xxRedirection())));
        assertThat(view(plan).work())
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
        long plan = start("SA", "empty");
        send(
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
        long before = add(item(plan, "Order the tea", "2026-11-18")
                .param("detail", "The green one")
                .param("need", String.valueOf(need)));
        add(item(plan, "Bring the tea", "2026-11-16").param("waitsFor", String.valueOf(before)));

        List<WorkItem> copies = view(start(post("/plans/{id}/copy", plan))).work();
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
        long plan = start("SB", "empty");
        send(
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

        Goal carried =
                view(start(post("/plans/{id}/copy", plan))).goals().getFirst().goal();
        assertThat(carried.base()).isCloseTo(0.99, within(0.000_001));
        assertThat(carried.stretch()).isEqualTo(1);
    }
}
