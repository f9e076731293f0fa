package mainstay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import mainstay.team.energy.EnergyMonth;
import mainstay.team.energy.EnergyOverview;
import mainstay.team.energy.EnergyPeriod;
import mainstay.team.energy.EnergyRow;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Who leads reads hours of others in whole weeks that are over; working hours count from where they are known.
/// Today is Monday, 16 November 2026.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnergyWeeksTests {

    private static final EnergyPeriod LAST_WEEK = days("2026-11-09", "2026-11-15");

    @Autowired
    TeamBench bench;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench sql;

    @Autowired
    ActivityBench done;

    @Autowired
    ActivityDesk activities;

    @Autowired
    EnergyDesk desk;

    @Autowired
    List<WorkSource> sources;

    @Autowired
    StandingClock clock;

    @Autowired
    Cast cast;

    private User worker;
    private User leader;

    @BeforeAll
    void people() throws Exception {
        archive.accounts("W1");
        worker = cast.another("wei", "魏工", Role.KAM);
        leader = cast.another("wen", "温组长", Role.KAM);
        lead(worker, leader);
        for (String day : List.of("2026-10-28", "2026-11-01", "2026-11-06", "2026-11-07", "2026-11-08", "2026-11-13")) {
            done.add(worker, "", "coordination", day, "60", day);
        }
        done.add(worker, "", "coordination", "2026-11-16", "120", "today");
    }

    private void lead(User user, User by) throws Exception {
        bench.send(
                        cast.director(),
                        post("/settings/team/leaders")
                                .param("user", "" + user.id())
                                .param("leader", "" + by.id()))
                .andExpect(status().is3xxRedirection());
    }

    private static EnergyPeriod days(String from, String until) {
        return new EnergyPeriod(LocalDate.parse(from), LocalDate.parse(until));
    }

    private EnergyOverview told(User reader, String from, String until) {
        return cast.as(reader, () -> desk.overview(days(from, until), ""));
    }

    private double hours(User reader, User of, String from, String until) {
        return row(told(reader, from, until), of).energy().total() / 60;
    }

    private static EnergyRow row(EnergyOverview overview, User of) {
        return overview.rows().stream()
                .filter(row -> row.userId() == of.id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_leads_is_told_of_all_weeks_that_are_touched_and_over() {
        assertThat(told(leader, "2026-11-13", "2026-11-16").period())
                .as("the worked example of the definition")
                .isEqualTo(LAST_WEEK);
        assertThat(LAST_WEEK.days()).isEqualTo(7);
        assertThat(told(leader, "2026-11-16", "2026-11-22").period())
                .as("a week of which one day has come")
                .isEqualTo(LAST_WEEK);
        assertThat(told(leader, "2027-03-01", "2027-04-01").period()).isEqualTo(LAST_WEEK);
        assertThat(told(leader, "2026-11-04", "2026-11-04").period()).isEqualTo(days("2026-11-02", "2026-11-08"));
        assertThat(hours(leader, worker, "2026-11-01", "2026-11-08")
                        - hours(leader, worker, "2026-11-01", "2026-11-07"))
                .as("8 November alone")
                .isZero();
        assertThat(hours(leader, worker, "2026-11-01", "2026-11-16")).isEqualTo(6);
        assertThat(hours(worker, worker, "2026-11-08", "2026-11-08"))
                .as("of oneself")
                .isEqualTo(1);
        assertThat(hours(cast.director(), worker, "2026-11-16", "2026-11-16")).isEqualTo(2);
    }

    @Test
    void months_are_of_whole_weeks() throws Exception {
        EnergyOverview october = told(leader, "2026-10-01", "2026-11-01");
        assertThat(october.months().getLast().first()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(october.months().getLast().energy().total())
                .as("28 October and 1 November")
                .isEqualTo(120);
        assertThat(bench.answer(leader, "/api/v1/energy?team=wen&until=2026-11-01"))
                .contains("\"month\":\"2026-10-01\"")
                .doesNotContain("\"month\":\"2026-11-01\"");

        assertThat(hours(leader, worker, "2026-06-01", "2026-11-01") * 60)
                .as("weeks less months leave no day")
                .isEqualTo(october.months().stream()
                        .mapToDouble(month -> month.energy().total())
                        .sum());

        EnergyMonth november =
                cast.as(leader, () -> desk.person("wei")).months().getLast();
        assertThat(november.energy().total()).isEqualTo(4 * 60);
        assertThat(november.energy().working() / 480).as("2 weeks of five days").isEqualTo(10);
        assertThat(cast.as(worker, () -> desk.person("wei"))
                        .months()
                        .getLast()
                        .energy()
                        .total())
                .as("today, too")
                .isEqualTo(6 * 60);
    }

    @Test
    void before_and_after_are_whole_weeks_and_one_has_to_pass_first() throws Exception {
        EnergyChange today = cast.as(leader, () -> desk.change(LocalDate.of(2026, 11, 16), 8, "", "wei"));
        assertThat(today.before()).isNull();
        assertThat(today.after()).isNull();
        assertThat(today.knownOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(bench.page(leader, "/team/energy/change?person=wei&day=2026-11-16"))
                .contains("A whole week has to pass first", "Look again on Nov 23, 2026");
        assertThat(bench.answer(leader, "/api/v1/energy/change?team=wen&day=2026-11-16"))
                .contains("\"knownOn\":\"2026-11-23\"", "\"before\":null", "\"after\":null", "\"unsure\":true");

        EnergyChange within = cast.as(leader, () -> desk.change(LocalDate.of(2026, 11, 4), 8, "", "wei"));
        assertThat(within.before()).isNotNull().satisfies(window -> {
            assertThat(window.period()).isEqualTo(days("2026-10-26", "2026-11-01"));
            assertThat(window.energy().total()).isEqualTo(120);
        });
        assertThat(within.after()).isNotNull().satisfies(window -> {
            assertThat(window.period()).isEqualTo(LAST_WEEK);
            assertThat(window.energy().total()).isEqualTo(60);
        });

        EnergyChange own = cast.as(worker, () -> desk.change(LocalDate.of(2026, 11, 16), 8, "", "wei"));
        assertThat(own.after())
                .isNotNull()
                .satisfies(window -> assertThat(window.energy().total()).isEqualTo(120));

        clock.advance(Duration.ofDays(7));
        EnergyChange later = cast.as(leader, () -> desk.change(LocalDate.of(2026, 11, 16), 8, "", "wei"));
        clock.reset();
        assertThat(later.before())
                .isNotNull()
                .satisfies(window -> assertThat(window.period()).isEqualTo(LAST_WEEK));
        assertThat(later.after()).isNotNull().satisfies(window -> {
            assertThat(window.period()).isEqualTo(days("2026-11-16", "2026-11-22"));
            assertThat(window.energy().total()).isEqualTo(120);
        });
    }

    @Test
    void the_database_tells_who_leads_no_other_spans() {
        for (String span : List.of(
                "'2026-11-08', '2026-11-08'",
                "'2026-11-01', '2026-11-08'",
                "'2026-11-02', '2026-11-07'",
                "'2026-11-16', '2026-11-22'")) {
            assertThatThrownBy(() -> minutes(leader, span)).hasStackTraceContaining("whole weeks that are over");
        }
        assertThat(minutes(leader, "'2026-11-02', '2026-11-08'")).isEqualTo(180);
        assertThat(minutes(worker, "'2026-11-08', '2026-11-08'")).isEqualTo(60);
        assertThat(minutes(cast.director(), "'2026-11-08', '2026-11-08'")).isEqualTo(60);
    }

    private long minutes(User reader, String span) {
        return sql.count(
                reader, "select sum(h.minutes)::bigint from team.hours('{%d}', %s) h".formatted(worker.id(), span));
    }

    @Test
    void the_alarm_waits_for_the_week_to_be_over() throws Exception {
        User busy = cast.another("weng", "翁工", Role.KAM);
        lead(busy, leader);
        done.add(busy, "", "coordination", "2026-11-16", "400", "all day");
        assertThat(alarms(busy)).isEmpty();
        assertThat(alarms(leader)).isEmpty();
    }

    private List<String> alarms(User user) {
        return cast.as(
                user,
                () -> sources.stream()
                        .filter(source -> source.rules().contains("energy-alarm"))
                        .flatMap(source -> source.work().stream())
                        .map(WorkSource.Work::subject)
                        .toList());
    }

    @Test
    void who_has_done_nothing_on_record_counts_from_the_day_of_being_entered() {
        User young = cast.another("wu", "吴新人", Role.KAM);
        User planner = cast.another("wan", "万工", Role.KAM);
        planned(planner, "2026-11-20");
        User starter = cast.another("wang2", "汪工", Role.KAM);
        planned(starter, "2026-10-05");
        done.add(starter, "", "coordination", "2026-11-12", "60", "first");

        assertThat(working(young)).as("16 November").isEqualTo(1);
        assertThat(working(planner)).as("a plan is no record").isEqualTo(1);
        assertThat(working(starter)).as("12, 13 and 16 November").isEqualTo(3);
        assertThat(working(worker)).as("since 28 October").isEqualTo(14);
    }

    /// Working days of three months.
    private double working(User of) {
        return row(told(cast.director(), "2026-09-01", "2026-11-16"), of)
                        .energy()
                        .working()
                / 480;
    }

    private void planned(User user, String day) {
        ActivityForm form = new ActivityForm(
                "",
                "coordination",
                "planned",
                day,
                "",
                "",
                "60",
                "",
                "",
                "plan",
                List.of(),
                List.of(),
                List.of(),
                "",
                UUID.randomUUID().toString(),
                "");
        ActivityBench.kept(cast.as(user, () -> activities.add(form, "page")));
    }

    @Test
    void a_share_at_an_account_ends_with_who_is_shut_out() throws Exception {
        User leaver = cast.another("wo", "沃工", Role.KAM);
        archive.grant("W1", leaver, Level.BUSINESS);
        done.add(leaver, "W1", "visit", "2026-11-10", "180", "a visit");
        bench.join("W1", TeamBench.form(leaver, "specialist", "50", "2026-11-09", ""));
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update identity.users set disabled_at = '2026-11-11 12:00+08' where id = " + leaver.id());
        assertThat(bench.answer(cast.director(), "/api/v1/accounts/W1/energy"))
                .as("three working days at half of eight hours")
                .contains("\"working\":12.0", "\"measured\":0.25");
    }

    @Test
    void working_hours_that_nobody_knows_are_an_empty_cell() throws Exception {
        cast.another("wuming", "无名", Role.KAM);
        assertThat(bench.page(cast.director(), "/team/energy/export?form=csv&from=2026-11-02&until=2026-11-13"))
                .contains("wuming,无名,0.00,0.00,0.00,,,,nothing on record");
    }
}
