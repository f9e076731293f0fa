package mainstay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.planning.plan.PlanBench;
import mainstay.portfolio.Standings;
import mainstay.relationships.ActivityBench;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Text;
import mainstay.team.TeamBench;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Rules that speak by the calendar, each held against a clock that moves: on which day it begins, when it presses, and
/// when it is silent again.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueRulesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    Archive archive;

    @Autowired
    ActivityBench activities;

    @Autowired
    PersonBench rows;

    @Autowired
    Standings standings;

    @Autowired
    TodayDesk desk;

    @Autowired
    UserDesk users;

    @Autowired
    ImportDesk imports;

    @Autowired
    TeamBench team;

    private User director;
    private long plan;

    @BeforeAll
    void accounts() throws Exception {
        archive.accounts("DA", "DB", "DC");
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
        director = cast.director();
        activities.add(director, "DA", "visit", "2026-11-10", "60", "talked");
        activities.add(director, "DB", "visit", "2026-12-10", "60", "talked");
        activities.add(director, "DA", "call", "2026-12-10", "60", "talked");
        archive.write("DB", "telephone", "021-1", "2025-12-01");
        archive.write("DA", "telephone", "021-2", "2025-12-01");
        plan = plan("DA");
        send(
                director,
                post("/accounts/DA/needs")
                        .param("title", "Shorter lead time")
                        .param("kind", "wish")
                        .param("priority", "2")
                        .param("source", "the visit")
                        .param("voicedOn", "2026-11-10")
                        .param("state", "open")
                        .param("submission", UUID.randomUUID().toString()));
        TermsTestbed.bring(imports, Kind.ORDERS, """
                number,account,date,requested,product,quantity,undelivered,amount,undeliveredAmount,cancelled
                O1,DA,2026-11-01,2026-12-10,TEA,100,40,1000,400,
                O1,DA,2026-11-01,2026-12-12,RICE,10,10,50,,
                O2,DA,2026-11-01,2026-12-01,TEA,100,0,1000,0,
                O3,DA,2026-11-01,2026-12-02,TEA,100,100,1000,1000,yes
                O4,DB,2026-11-01,2026-12-02,TEA,100,,1000,,
                O5,DB,2026-11-01,2026-12-15,TEA,100,100,700,700,
                """);
        TermsTestbed.bring(imports, Kind.DELIVERIES, """
                number,account,product,requested,promised,delivered
                O4,DB,TEA,2026-12-02,2026-12-02,2026-11-30
                O5,DB,TEA,2026-12-15,2027-01-20,
                O6,DB,TEA,,2027-01-21,
                """);
        long account = archive.card("DA").id();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), """
                insert into terms.agreement (account_id, measure, figure, valid_from, valid_until, reason, asked_by, asked_at, granted_at)
                values (%1$d, 'leadTime', 10, '2026-01-01', '2026-12-20', 'agreed', 'wang', '2026-01-01', '2026-01-01'),
                       (%1$d, 'paymentTerm', 30, '2026-01-01', '2026-12-15', 'agreed', 'wang', '2026-01-01', '2026-01-01'),
                       (%1$d, 'paymentTerm', 45, '2026-12-16', null, 'follows', 'wang', '2026-01-01', '2026-01-01')
                """.formatted(account), """
                insert into terms.price_agreement (account_id, whole_group, region, product, category, unit, price, currency, valid_from,
                    valid_until, reason, asked_by, asked_at, approval, granted_at)
                values (%1$d, false, '', 'TEA', '', '', 10, 'CNY', '2026-01-01', '2026-12-20', 'agreed', 'wang', '2026-01-01', false, '2026-01-01'),
                       (%1$d, false, '', 'RICE', '', '', 10, 'CNY', '2026-01-01', '2026-12-10', 'agreed', 'wang', '2026-01-01', false, '2026-01-01'),
                       (%1$d, false, '', 'RICE', '', '', 11, 'CNY', '2026-12-11', null, 'follows', 'wang', '2026-01-01', false, '2026-01-01')
                """.formatted(account), """
                insert into rating.override (account_id, stars, reason, starts_on, ends_on, asked_by, status)
                values (%d, 3, 'a large order is coming', '2026-01-01', '2026-12-20', 'wang', 'granted')
                """.formatted(account));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private long plan(String code) throws Exception {
        send(
                        director,
                        post("/accounts/" + code + "/plan")
                                .param("playbook", "keep")
                                .param("title", "Plan " + code)
                                .param("periodFrom", "2026-11-01")
                                .param("periodTo", "2027-10-31")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        return rows.count(director, "select max(id) from planning.plan");
    }

    private List<Work> on(User user, String rule, String day) {
        clock.setTo(LocalDate.parse(day)
                .atTime(LocalTime.NOON)
                .atZone(clock.getZone())
                .toInstant());
        return cast.as(user, () -> desk.today().entries()).stream()
                .filter(work ->
                        work.rule().equals(rule) && !work.titleArguments().contains("DC"))
                .toList();
    }

    private void expect(String rule, Object... urgencies) {
        expect(director, rule, urgencies);
    }

    /// @param urgencies days, each with the urgency on it; none where the rule is silent
    private void expect(User user, String rule, Object... urgencies) {
        for (int i = 0; i < urgencies.length; i += 2) {
            List<Integer> wanted = urgencies[i + 1].equals("silent") ? List.of() : List.of((Integer) urgencies[i + 1]);
            assertThat(on(user, rule, (String) urgencies[i]))
                    .as(rule + " on " + urgencies[i])
                    .extracting(Work::urgency)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void an_account_is_late_after_the_days_that_its_stars_ask_for() {
        expect("contact-late", "2026-12-09", "silent", "2027-03-10", "silent", "2027-03-11", 1, "2027-05-09", 1);
        expect("contact-late", "2027-05-10", 2, "2027-10-31", 2, "2027-11-01", "silent");
        assertThat(on(director, "contact-late", "2027-05-10").getFirst().since())
                .isEqualTo("2027-03-11");
    }

    @Test
    void a_plan_that_ends_is_told_a_month_before() {
        expect("plan-ending", "2027-09-30", "silent", "2027-10-01", 1, "2027-10-23", 1, "2027-10-24", 2);
        expect("plan-ending", "2027-10-31", 2, "2027-11-01", "silent");
    }

    @Test
    void work_of_a_plan_presses_from_its_day_on_with_the_sales_of_its_account() throws Exception {
        User worker = cast.another("dueworker", "干活的人", Role.KAM);
        archive.grant("DA", worker, Level.FULL);
        send(director, PlanBench.item(plan, "Samples", worker)).andExpect(status().is3xxRedirection());
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.work_item set due_on = '2026-12-15' where title = 'Samples'");
        expect(worker, "work-item", "2026-12-07", "silent", "2026-12-08", 2, "2026-12-14", 2);
        expect(worker, "work-item", "2026-12-15", 3, "2026-12-16", 3, "2027-10-31", 3);
        Work late = on(worker, "work-item", "2026-12-16").getFirst();
        assertThat(late.reasonKey()).isEqualTo("work.item.overdue");
        assertThat(late.money()).as("sales of DA").isEqualTo(3_000_000L);
        assertThat(late.dueOn()).isEqualTo("2026-12-15");
    }

    @Test
    void a_plan_is_to_be_reviewed_from_a_week_before_its_day_until_it_ends() {
        rhythm(91);
        try {
            expect("plan-review", "2027-01-23", "silent", "2027-01-24", 1, "2027-01-30", 1, "2027-01-31", 2);
            expect("plan-review", "2027-02-01", 2, "2027-10-31", 2, "2027-11-01", "silent");
        } finally {
            rhythm(365);
        }
    }

    private static void rhythm(int days) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.review_rhythm set days = %d where stars = 0".formatted(days));
    }

    @Test
    void what_is_not_delivered_is_told_a_week_before_its_day() {
        expect("delivery-due", "2026-12-02", "silent", "2026-12-03", 1, "2026-12-08", 1, "2026-12-09", 2);
        expect("delivery-due", "2026-12-10", 2, "2026-12-11", 3, "2027-01-12", 3);
        Work before = on(director, "delivery-due", "2026-12-03").getFirst();
        assertThat(before.subject()).isEqualTo("DA");
        assertThat(before.dueOn()).isEqualTo("2026-12-10");
        assertThat(before.reasonArguments()).isEqualTo(List.of(1, LocalDate.of(2026, 12, 10)));
        assertThat(before.money()).as("400, and the 50 of what is wanted later").isEqualTo(4_500_000L);
    }

    /// Whose order was wanted before, but promised for a later day.
    @Test
    void what_was_promised_counts_before_what_was_wanted() {
        List<Work> due = on(director, "delivery-due", "2027-01-21");
        assertThat(due).extracting(Work::subject).containsExactly("DB", "DA");
        assertThat(due.getFirst().reasonKey()).isEqualTo("work.delivery.late");
        assertThat(due.getFirst().reasonArguments()).isEqualTo(List.of(1, LocalDate.of(2027, 1, 20), 1));
        assertThat(due.getFirst().money()).as("of the order that is known").isEqualTo(7_000_000L);
        assertThat(on(director, "delivery-due", "2027-01-13").getLast().urgency())
                .isEqualTo(1);
    }

    @Test
    void a_need_waits_a_week_for_its_answer() {
        expect("need-unanswered", "2026-11-16", "silent", "2026-11-17", 1, "2026-12-10", 1, "2026-12-11", 2);
    }

    /// A call is no visit, and what is fresh on the day of the visit is not asked about.
    @Test
    void old_facts_are_told_two_weeks_before_a_visit() {
        expect("facts-before-visit", "2026-11-25", "silent", "2026-11-26", 1, "2026-12-02", 1, "2026-12-03", 2);
        expect("facts-before-visit", "2026-12-09", 3, "2026-12-10", 3, "2026-12-11", "silent");
        Work visit = on(director, "facts-before-visit", "2026-12-09").getFirst();
        assertThat(visit.subject()).isEqualTo("DB/2026-12-10");
        assertThat(visit.dueOn()).isEqualTo("2026-12-10");
    }

    private void whileAppointed(String code, Runnable story) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), """
                insert into rating.appointment (account_id, evidence, found, asked_by, asked_on, status, from_day)
                values (%d, 'their plans', 'not', 'wang', '2026-01-01', 'granted', '2026-01-01')
                """.formatted(archive.card(code).id()));
        try {
            story.run();
        } finally {
            TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from rating.appointment");
        }
    }

    @Test
    void a_fact_of_weight_is_asked_about_from_the_day_it_is_old() {
        archive.accounts("DK");
        archive.write("DK", "potential", "much", "2026-03-01");
        whileAppointed("DK", () -> {
            expect("archive-due", "2027-02-28", 0, "2027-03-01", 1, "2027-06-01", 1);
            assertThat(on(director, "archive-due", "2027-03-02").getFirst().since())
                    .isEqualTo("2027-03-01");
        });
    }

    @Test
    void who_is_away_without_a_deputy_leaves_a_gap_for_just_these_days() {
        archive.accounts("DL");
        User alone = cast.another("duealone", "一个人", Role.KAM);
        team.cover("DL", alone);
        team.away(alone, LocalDate.of(2026, 12, 14), LocalDate.of(2026, 12, 18), alone);
        expect("coverage-gap", "2026-12-13", "silent", "2026-12-14", 2, "2026-12-18", 2, "2026-12-19", "silent");
        assertThat(on(director, "coverage-gap", "2026-12-15").getFirst().since())
                .isEqualTo("2026-12-14");
    }

    @Test
    void terms_prices_and_stars_that_end_are_told_unless_something_follows() {
        expect("terms-ending", "2026-11-19", "silent", "2026-11-20", 1, "2026-12-12", 1, "2026-12-13", 2);
        expect("terms-ending", "2026-12-20", 2, "2026-12-21", "silent");
        expect("prices-ending", "2026-11-19", "silent", "2026-11-20", 1, "2026-12-13", 2, "2026-12-21", "silent");
        expect("stars-ending", "2026-12-05", "silent", "2026-12-06", 1, "2026-12-16", 1, "2026-12-17", 2);
        expect("stars-ending", "2026-12-21", "silent");
        assertThat(on(director, "terms-ending", "2026-12-01").getFirst().reasonArguments())
                .isEqualTo(List.of(1, LocalDate.of(2026, 12, 20)));
        assertThat(on(director, "prices-ending", "2026-12-01").getFirst().reasonArguments())
                .isEqualTo(List.of(1, LocalDate.of(2026, 12, 20)));
    }

    /// Whoever manages an account is told; whoever only sees it is not.
    @Test
    void only_who_looks_after_an_account_is_told() {
        User colleague = cast.another("duecolleague", "同事", Role.KAM);
        archive.grant("DA", colleague, Level.FULL);
        for (String rule : List.of("contact-late", "plan-ending", "need-unanswered", "terms-ending", "stars-ending")) {
            for (String day : List.of("2026-12-15", "2027-05-10", "2027-10-24")) {
                assertThat(on(colleague, rule, day)).as(rule).isEmpty();
            }
        }
    }

    @Test
    void what_was_asked_of_a_manager_who_left_is_asked_of_directors() {
        User gone = cast.another("duegone", "走了的经理", Role.KAM);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into accounts.manager (code, name, user_id) values ('DUEGONE', 'gone', %d)"
                        .formatted(gone.id()),
                "update accounts.account set manager_code = 'DUEGONE' where code = 'DA'");
        try {
            assertThat(on(director, "need-unanswered", "2026-12-15")).isEmpty();
            cast.as(cast.administrator(), () -> users.disable(gone.id()));
            assertThat(on(director, "need-unanswered", "2026-12-15")).hasSize(1);
        } finally {
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(), "update accounts.account set manager_code = null where code = 'DA'");
        }
    }

    @Test
    void who_asks_for_a_yes_is_told_of_the_question_until_it_is_answered() throws Exception {
        User manager = cast.another("duemanager", "经理", Role.KAM);
        archive.grant("DC", manager, Level.FULL);
        long plan = plan("DC");
        long version = rows.count(director, "select version from planning.plan where id = " + plan);
        send(
                        manager,
                        post("/plans/{id}/approval", plan)
                                .param("reason", "please")
                                .param("version", String.valueOf(version)))
                .andExpect(status().is3xxRedirection());
        long request = rows.count(director, "select max(id) from approvals.request");
        assertThat(on(manager, "question", "2026-11-16")).isEmpty();

        say(director, request, "Who pays for it?");
        Work question = on(manager, "question", "2026-11-16").getFirst();
        assertThat(question.reasonArguments()).containsExactly(new Text.Person("wang"), "Who pays for it?");
        assertThat(on(director, "question", "2026-11-16")).isEmpty();

        assertThat(feed(secret(director)))
                .as("a calendar says that something waits, not what for")
                .contains("SUMMARY:Decide a request: ")
                .doesNotContain("please", "DC 2");
        say(manager, request, "They do.");
        assertThat(on(manager, "question", "2026-11-16")).isEmpty();
    }

    private void say(User user, long request, String text) throws Exception {
        send(user, post("/approvals/{id}/remarks", request).param("remark", text))
                .andExpect(status().is3xxRedirection());
    }

    private String secret(User user) throws Exception {
        String page = send(user, post("/activities/calendar"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceAll("(?s).*/calendar/([\\w-]+)/today\\.ics.*", "$1");
    }

    private String feed(String secret) throws Exception {
        return web.perform(get("/calendar/" + secret + "/today.ics").locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void what_has_a_day_stands_in_a_calendar_of_its_own() throws Exception {
        clock.setTo(LocalDate.of(2026, 12, 9)
                .atTime(LocalTime.NOON)
                .atZone(clock.getZone())
                .toInstant());

        String secret = secret(director);
        String feed = feed(secret);
        ICalendar calendar = Objects.requireNonNull(Biweekly.parse(feed).first());
        VEvent visit = calendar.getEvents().stream()
                .filter(event -> event.getSummary().getValue().startsWith("Before you see DB"))
                .findFirst()
                .orElseThrow();
        assertThat(feed).contains("DTSTART;VALUE=DATE:20261210");
        assertThat(visit.getUid().getValue()).startsWith("facts-before-visit.").endsWith("@mainstay");
        assertThat(calendar.getEvents())
                .extracting(event -> event.getUid().getValue().replaceAll("\\..*", ""))
                .contains("terms-ending", "prices-ending", "stars-ending", "delivery-due")
                .doesNotContain("need-unanswered", "contact-late");

        web.perform(get("/calendar/" + secret + "/other.ics")).andExpect(status().isNotFound());
        web.perform(get("/calendar/no-such-secret/today.ics")).andExpect(status().isNotFound());
    }
}
