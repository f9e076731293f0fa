package mainstay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.activity.ActivityForm;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.relationships.ActivityBench;
import mainstay.relationships.ActivityDesk;
import mainstay.shared.WorkSource;
import mainstay.team.energy.EnergyChange;
import mainstay.team.energy.EnergyDesk;
import mainstay.team.energy.EnergyOverview;
import mainstay.team.energy.EnergyPeriod;
import mainstay.team.energy.EnergyRow;
import mainstay.team.energy.Verdict;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Where time goes is told with the part of the working hours it rests on, to those who may know it.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnergyStoryTests {

    private static final EnergyPeriod TWO_WEEKS =
            new EnergyPeriod(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 13));

    @Autowired
    TeamBench bench;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench sql;

    @Autowired
    ActivityDesk activities;

    @Autowired
    EnergyDesk desk;

    @Autowired
    List<WorkSource> sources;

    @Autowired
    Cast cast;

    private User worker;
    private User leader;
    private User head;
    private User stranger;

    @BeforeAll
    void people() throws Exception {
        archive.accounts("N1", "N2");
        worker = cast.another("ning", "宁工", Role.KAM);
        leader = cast.another("nie", "聂组长", Role.KAM);
        head = cast.another("niu", "牛主任", Role.KAM);
        stranger = cast.another("nan", "南经理", Role.KAM);
        archive.grant("N1", worker, Level.BUSINESS);
        archive.grant("N2", worker, Level.BUSINESS);
        lead(worker, leader);
        lead(leader, head);
        example();
    }

    @AfterEach
    void as_it_came() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update team.setting set decision_minutes = 10, target_internal = 30, alarm_internal = 70, sure_from = 30");
    }

    private void lead(User user, User by) throws Exception {
        bench.send(
                        cast.director(),
                        post("/settings/team/leaders")
                                .param("user", "" + user.id())
                                .param("leader", "" + by.id()))
                .andExpect(status().is3xxRedirection());
    }

    private void did(
            User user, String account, String kind, String state, String day, String time, int minutes, int way) {
        ActivityForm form = new ActivityForm(
                account,
                kind,
                state,
                day,
                time,
                "",
                "" + minutes,
                "" + way,
                "",
                kind,
                List.of(),
                List.of(),
                List.of(),
                "",
                UUID.randomUUID().toString(),
                "");
        ActivityBench.kept(cast.as(user, () -> activities.add(form, "page")));
    }

    /// Decides a request of an account at some moment.
    private void decided(User user, String account, String at) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "alter table approvals.request disable trigger asked_by_rule",
                """
                with asked as (
                    insert into approvals.request (kind, subject, account_id, title, link, reason, requester, requested_at, rule_version,
                                                   maximum_hours, status, ended_at, reach, asked_users, asked_roles)
                    values ('credit', '%1$s', %2$d, '{}', '/', 'story', 'x', '%3$s', 1, 24, 'granted', '%3$s', 2, '{}', '{director}')
                    returning id)
                insert into approvals.step (request_id, turn, role, opened_at, taken_at, decided_at, decision, decided_by, decider)
                select id, 1, 'director', '%3$s', '%3$s', '%3$s', 'granted', %4$d, 'x' from asked
                """.formatted(UUID.randomUUID(), bench.card(account).id(), at, user.id()),
                "alter table approvals.request enable trigger asked_by_rule");
    }

    /// Ten working days of eight hours, one of them away.
    private void example() {
        did(worker, "N1", "visit", "", "2026-11-02", "", 300, 60);
        did(worker, "N1", "coordination", "", "2026-11-03", "", 275, 0);
        did(worker, "", "coordination", "", "2026-11-04", "10:00", 275, 0);
        did(worker, "", "coordination", "", "2026-11-05", "", 275, 0);
        did(worker, "N1", "visit", "planned", "2026-11-05", "", 100, 0);
        bench.away(worker, LocalDate.of(2026, 11, 13), LocalDate.of(2026, 11, 15), worker);
        decided(worker, "N1", "2026-11-04 11:00+08");
        decided(worker, "N1", "2026-11-06 09:00+08");
        decided(worker, "N1", "2026-11-06 09:05+08");
    }

    private EnergyRow row(User reader, User of) {
        return cast.as(reader, () -> desk.overview(TWO_WEEKS, "")).rows().stream()
                .filter(row -> row.userId() == of.id())
                .findFirst()
                .orElseThrow();
    }

    private void sureFrom(int percent) throws Exception {
        bench.send(
                        cast.director(),
                        post("/settings/team/energy")
                                .param("targetInternal", "30")
                                .param("alarmInternal", "70")
                                .param("sureFrom", "" + percent)
                                .param("decisionMinutes", "10"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void the_worked_example_of_the_definition() throws Exception {
        EnergyRow row = row(cast.director(), worker);
        assertThat(row.energy().external() / 60).isEqualTo(6);
        assertThat(row.energy().meetings() / 60).isEqualTo(13.75);
        assertThat(row.energy().decisions())
                .as("10, 5, and nothing within a meeting")
                .isEqualTo(15);
        assertThat(row.energy().internal() / 60).isEqualTo(14);
        assertThat(row.energy().internalShare()).isCloseTo(0.70, within(1e-9));
        assertThat(row.energy().working() / 60).isEqualTo(72);
        assertThat(row.energy().measured()).isCloseTo(0.278, within(0.0005));
        assertThat(row.verdict()).as("27.8 of 30 percent").isEqualTo(Verdict.UNSURE);

        sureFrom(25);
        assertThat(row(cast.director(), worker).verdict()).isEqualTo(Verdict.ALARM);
        assertThat(bench.page(cast.director(), "/team/people/ning/energy"))
                .contains("Energy of 宁工", "70 %", "too much internal");
    }

    @Test
    void hours_are_for_oneself_for_who_leads_and_for_directors() throws Exception {
        for (User reader : List.of(worker, leader, head, cast.director())) {
            bench.send(reader, get("/team/people/ning/energy")).andExpect(status().isOk());
            assertThat(row(reader, worker).energy().total()).isEqualTo(20 * 60);
        }
        for (User reader : List.of(stranger, cast.administrator(), cast.controller(), cast.viewer())) {
            bench.send(reader, get("/team/people/ning/energy")).andExpect(status().isForbidden());
            bench.send(reader, get("/team/energy/change?person=ning")).andExpect(status().isForbidden());
            bench.call(reader, get("/api/v1/energy/people/ning")).andExpect(status().isForbidden());
            assertThat(bench.page(reader, "/team/energy")).doesNotContain("宁工");
            assertThat(bench.answer(reader, "/api/v1/energy?team=nie")).doesNotContain("ning");
            assertThatThrownBy(() -> sql.count(
                            reader,
                            "select count(*) from team.hours('{%d}', '2026-11-01', '2026-11-30')"
                                    .formatted(worker.id())))
                    .hasStackTraceContaining("hours are for oneself");
            assertThatThrownBy(() ->
                            sql.count(reader, "select count(*) from team.hours(null, '2026-11-01', '2026-11-30')"))
                    .hasStackTraceContaining("hours are for oneself");
        }
        assertThat(bench.page(leader, "/team/energy")).contains("宁工").doesNotContain("牛主任", "南经理");
        assertThat(bench.page(head, "/team/energy?team=nie")).contains("宁工", "聂组长 and team");
        assertThat(bench.answer(head, "/api/v1/energy?team=nie")).contains("\"user\":\"ning\"");
    }

    @Test
    void nobody_leads_round_a_corner_and_an_administrator_makes_no_leader_of_oneself() throws Exception {
        String circle = refused(cast.director(), head, worker);
        assertThat(circle).contains("牛主任 leads 宁工 already");
        User ada = cast.administrator();
        assertThat(refused(ada, stranger, ada)).contains("Only a director makes you a leader");
        assertThat(refused(cast.director(), stranger, cast.viewer())).contains("does more than look on");
        bench.send(
                        leader,
                        post("/settings/team/leaders")
                                .param("user", "" + stranger.id())
                                .param("leader", "" + leader.id()))
                .andExpect(status().isForbidden());
        assertThatThrownBy(() -> sql.run(cast.director(), """
                        insert into team.leader (user_id, leader_id, recorded_by, recorded_at) values (%d, %d, 'x', now())
                        """.formatted(head.id(), worker.id())))
                .hasStackTraceContaining("is not led by that one");
        assertThatThrownBy(() -> sql.run(ada, """
                        insert into team.leader (user_id, leader_id, recorded_by, recorded_at) values (%d, %d, 'x', now())
                        """.formatted(stranger.id(), ada.id())))
                .hasStackTraceContaining("row-level security");
    }

    private String refused(User reader, User user, User by) throws Exception {
        return bench.send(
                        reader,
                        post("/settings/team/leaders")
                                .param("user", "" + user.id())
                                .param("leader", "" + by.id()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void settings_that_cannot_be_are_refused_at_their_field() throws Exception {
        String page = bench.send(
                        cast.director(),
                        post("/settings/team/energy")
                                .param("targetInternal", "70")
                                .param("alarmInternal", "70")
                                .param("sureFrom", "0")
                                .param("decisionMinutes", "soon"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Write a whole number from 1 to 100.", "Write a whole number from 0 to 240.");
        assertThat(cast.as(cast.director(), desk::settings).targetInternal()).isEqualTo(30);
        bench.send(cast.keyAccountManager(), post("/settings/team/energy")).andExpect(status().isForbidden());
    }

    @Test
    void before_and_after_have_as_many_days_and_say_what_they_rest_on() throws Exception {
        EnergyChange change = cast.as(worker, () -> desk.change(LocalDate.of(2026, 11, 4), 26, "", "ning"));
        EnergyChange.Window before = change.before();
        EnergyChange.Window after = change.after();
        assertThat(after).isNotNull();
        assertThat(before).isNotNull();
        assertThat(after.period()).isEqualTo(new EnergyPeriod(LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 16)));
        assertThat(before.period()).isEqualTo(new EnergyPeriod(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 3)));
        assertThat(before.energy().internalShare()).isCloseTo(275.0 / 635, within(1e-9));
        assertThat(before.energy().working()).as("on record since 2 November").isEqualTo(2 * 480);
        assertThat(after.energy().internalShare()).isEqualTo(1.0);
        assertThat(after.verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(change.isUnsure()).isTrue();
        assertThat(bench.page(worker, "/team/energy/change?person=ning&day=2026-11-04"))
                .contains("Too little is on record to say whether it changed");
        assertThat(bench.page(worker, "/team/energy/change?day=2027-01-01")).contains("This day is still to come");
        assertThat(bench.answer(worker, "/api/v1/energy/change?person=ning&day=2026-11-04"))
                .contains("\"unsure\":true");
        bench.send(leader, get("/team/energy/change?day=tomorrow")).andExpect(status().is4xxClientError());
    }

    @Test
    void an_account_shows_what_it_takes_to_who_sees_its_business() throws Exception {
        User nurse = cast.another("nong", "农经理", Role.KAM);
        archive.grant("N2", nurse, Level.BUSINESS);
        did(nurse, "N2", "visit", "", "2026-11-10", "", 30, 0);
        did(nurse, "N2", "visit", "", "2026-10-10", "", 30, 0);
        did(nurse, "N2", "coordination", "", "2026-11-10", "", 180, 0);
        assertThat(bench.page(nurse, "/accounts/N2/team"))
                .contains("Energy for this account", "75 %", "working hours not known", "unsure");
        bench.join("N2", TeamBench.form(nurse, "specialist", "50", "2026-11-09", ""));
        assertThat(bench.answer(nurse, "/api/v1/accounts/N2/energy"))
                .as("six working days at half of eight hours, and the visit before them is held against nothing")
                .contains("\"working\":24.0", "\"external\":1.0", "\"meetings\":3.0", "\"measured\":0.145");
        archive.grant("N2", stranger, Level.CARD);
        assertThat(bench.page(stranger, "/accounts/N2/team")).doesNotContain("Energy for this account");
        bench.call(stranger, get("/api/v1/accounts/N2/energy")).andExpect(status().isForbidden());
    }

    @Test
    void too_much_among_ourselves_stands_in_today_only_where_enough_is_on_record() throws Exception {
        User busy = cast.another("neng", "能工", Role.KAM);
        lead(busy, head);
        for (int day = 9; day <= 13; day++) {
            did(busy, "", "coordination", "", "2026-11-%02d".formatted(day), "", 400, 0);
        }
        assertThat(work(busy)).containsExactly("neng");
        assertThat(work(head)).contains("neng").doesNotContain("ning");
        assertThat(work(leader)).isEmpty();
        assertThat(work(cast.director())).contains("neng").doesNotContain("ning");
        assertThat(bench.page(head, "/today")).contains("能工: the last four weeks went mostly to ourselves");
    }

    private List<String> work(User user) {
        return cast.as(
                user,
                () -> sources.stream()
                        .filter(source -> source.rules().contains("energy-alarm"))
                        .flatMap(source -> source.work().stream())
                        .map(WorkSource.Work::subject)
                        .toList());
    }

    @Test
    void files_hold_what_the_page_shows() throws Exception {
        String range = "from=2026-11-02&until=2026-11-13";
        String csv = bench.send(
                        leader, get("/team/energy/export?form=csv&" + range).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv)
                .contains("ning,宁工,6.00,13.75,0.25,0.7000,72.00,0.2778,unsure")
                .doesNotContain("niu");
        byte[] xlsx = bench.send(leader, get("/team/energy/export?form=xlsx&" + range))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getFirstSheet().read().stream().flatMap(cells -> cells.getCellAsString(0).stream()))
                    .contains("ning");
        }
        assertThat(bench.page(leader, "/team/energy?from=2026-11-13&until=2026-11-13"))
                .as("of others whole weeks")
                .contains("Nov 9, 2026", "Nov 15, 2026");
        bench.send(leader, get("/team/energy/export?form=pdf&" + range)).andExpect(status().is4xxClientError());
        bench.send(leader, get("/team/energy?from=2026-11-13&until=2026-11-02")).andExpect(status().is4xxClientError());
        bench.send(leader, get("/team/energy?from=2016-11-13&until=2026-11-02")).andExpect(status().is4xxClientError());
    }

    @Test
    void who_leaves_hands_over_whom_they_lead() throws Exception {
        User old = cast.another("nuo", "诺组长", Role.KAM);
        User heir = cast.another("na", "娜组长", Role.KAM);
        User led = cast.another("nei", "内工", Role.AGENT);
        lead(led, old);
        lead(heir, old);
        assertThat(bench.page(cast.director(), "/team/leaving/nuo")).contains("Leads 内工");
        User administrator = cast.administrator();
        assertThat(bench.send(
                                administrator,
                                post("/team/leaving/nuo")
                                        .param("heir-people", "" + administrator.id())
                                        .param("reason", "retires"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(
                        administrator.fullName() + " cannot take this over", "Administrators do not name themselves.");
        String protocol = Objects.requireNonNull(bench.send(
                        cast.director(),
                        post("/team/leaving/nuo")
                                .param("heir-people", "" + heir.id())
                                .param("reason", "retires"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(bench.page(cast.director(), protocol))
                .containsPattern("Leads 内工</bdi></td><td[^>]*><bdi>娜组长<")
                .containsPattern("Leads 娜组长</bdi></td><td[^>]*><bdi>led by nobody now: 娜组长 would lead oneself<");
        assertThat(sql.count(cast.director(), "select leader_id from team.leader where user_id = " + led.id()))
                .isEqualTo(heir.id());
        assertThat(sql.count(cast.director(), "select count(*) from team.leader where user_id = " + heir.id()))
                .isZero();
    }

    @Test
    void teams_are_the_leader_and_all_below() {
        EnergyOverview overview = cast.as(cast.director(), () -> desk.overview(TWO_WEEKS, ""));
        assertThat(overview.teams())
                .filteredOn(team -> team.user().equals("niu"))
                .singleElement()
                .satisfies(team -> {
                    assertThat(team.people()).isGreaterThanOrEqualTo(3);
                    assertThat(team.energy().total()).isGreaterThanOrEqualTo(20 * 60);
                });
        assertThat(overview.months()).hasSize(12);
        assertThat(overview.months().getLast().first()).isEqualTo(LocalDate.of(2026, 11, 1));
    }
}
