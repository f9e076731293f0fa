package mainstay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.web.Text;
import mainstay.team.member.MemberForm;
import mainstay.testing.Cast;
import mainstay.testing.HeldLock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Members of account teams: with days, one sponsor, no more than a whole person.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamStoryTests {

    @Autowired
    TeamBench bench;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench sql;

    @Autowired
    Cast cast;

    @Autowired
    UserDesk users;

    @Autowired
    TeamPeople people;

    private User engineer;
    private User clerk;

    @BeforeAll
    void people() {
        archive.accounts("T1", "T2", "T3");
        engineer = cast.another("tian", "田工", Role.KAM);
        clerk = cast.another("tao", "陶会计", Role.AGENT);
    }

    @Test
    void a_member_stands_on_the_panel_and_sees_the_business_of_the_account_meanwhile() throws Exception {
        bench.send(engineer, get("/accounts/T1/team")).andExpect(status().isNotFound());

        bench.send(
                        cast.director(),
                        post("/accounts/T1/team/members")
                                .param("user", "" + engineer.id())
                                .param("function", "support")
                                .param("role", "specialist")
                                .param("responsibility", "line 3")
                                .param("authority", "replaces parts")
                                .param("discount", "8")
                                .param("share", "25")
                                .param("from", "2026-11-01")
                                .param("until", "2026-12-31")
                                .param("bonusShare", "12.5")
                                .param("benefit", "a trip"))
                .andExpect(redirectedUrl("/accounts/T1/team"));

        assertThat(bench.page(cast.director(), "/accounts/T1/team"))
                .contains(
                        "田工",
                        "Technical support",
                        "line 3",
                        "discount up to 8 %",
                        "25 %",
                        "bonus share 12.5 %",
                        "a trip");
        assertThat(bench.page(engineer, "/accounts/T1/team")).contains("bonus share 12.5 %");
        assertThat(bench.page(engineer, "/accounts/T1/business")).contains("T1");
        assertThat(bench.page(cast.controller(), "/accounts/T1/team"))
                .contains("line 3")
                .doesNotContain("12.5", "a trip");
        assertThat(bench.page(cast.director(), "/accounts/T1/timeline")).contains("田工 joined the team: Specialist.");
    }

    @Test
    void who_saw_how_somebody_was_assessed_is_on_record_before_it_is_shown() throws Exception {
        User clerk = cast.another("tai", "泰文员", Role.AGENT);
        String counted = "select count(*) from team.look where user_id = " + clerk.id();
        assertThat(bench.page(cast.director(), "/team/people/tai/competence")).contains("泰文员");
        assertThat(sql.count(cast.director(), counted))
                .as("there was nothing to see")
                .isZero();
        sql.run(cast.director(), """
                insert into team.competence (user_id, assessed_on, assessor_id, assessor, knowledge, skill, attitude, recorded_at)
                values (%d, '2026-11-01', %d, 'wang', 3, 3, 3, now())""".formatted(clerk.id(), cast.director().id()));
        bench.page(clerk, "/team/people/tai/competence");
        assertThat(sql.count(clerk, counted))
                .as("one's own look is nobody's business")
                .isZero();
        bench.page(cast.administrator(), "/team/people/tai/competence");
        assertThat(sql.count(clerk, counted)).isEqualTo(1);
        assertThat(bench.page(clerk, "/team/people/tai/competence")).contains("Who saw this", "Ada Zhou");
        assertThat(sql.count(cast.keyAccountManager(), counted))
                .as("for others there is none")
                .isZero();
        assertThatThrownBy(() -> sql.run(cast.director(), "delete from team.look"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql.run(
                        clerk,
                        "insert into team.look (user_id, reader_id, reader) values (1, %d, 'x')"
                                .formatted(cast.director().id())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_membership_is_prolonged_and_shortened_and_opens_the_account_for_just_as_long() {
        archive.accounts("TL1");
        User guest = cast.another("ting", "廷工", Role.KAM);
        bench.join("TL1", TeamBench.form(guest, "specialist", "", "2026-11-01", "2026-11-20"));
        String until = "update team.member set until_day = %s where user_id = " + guest.id();
        String open =
                "select count(*) from identity.account_grant where user_id = %d and tstzrange(starts_at, ends_at) @> timestamptz '%s'";

        sql.run(cast.director(), until.formatted("'2026-12-31'"));
        assertThat(sql.count(cast.director(), open.formatted(guest.id(), "2026-11-18 04:00Z")))
                .isEqualTo(1);
        assertThat(sql.count(cast.director(), open.formatted(guest.id(), "2026-12-20 04:00Z")))
                .isEqualTo(1);
        assertThat(sql.count(cast.director(), open.formatted(guest.id(), "2027-01-02 04:00Z")))
                .isZero();

        sql.run(cast.director(), until.formatted("null"));
        assertThat(sql.count(cast.director(), open.formatted(guest.id(), "2030-01-02 04:00Z")))
                .isEqualTo(1);

        sql.run(cast.director(), until.formatted("'2026-11-17'"));
        for (String later : List.of("2026-11-19 04:00Z", "2026-12-20 04:00Z", "2030-01-02 04:00Z")) {
            assertThat(sql.count(cast.director(), open.formatted(guest.id(), later)))
                    .as(later)
                    .isZero();
        }
        assertThat(sql.count(cast.director(), open.formatted(guest.id(), "2026-11-17 04:00Z")))
                .isEqualTo(1);
    }

    @Test
    void benefits_and_competence_are_for_the_person_directors_and_administrators() throws Exception {
        bench.send(
                        cast.director(),
                        post("/accounts/T3/team/members")
                                .param("user", "" + clerk.id())
                                .param("function", "finance")
                                .param("role", "assistant")
                                .param("from", "2026-11-01")
                                .param("bonusShare", "3"))
                .andExpect(redirectedUrl("/accounts/T3/team"));
        bench.send(
                        cast.director(),
                        post("/team/people/tao/competence")
                                .param("assessedOn", "2026-11-10")
                                .param("knowledge", "4")
                                .param("skill", "3")
                                .param("attitude", "5")
                                .param("steps", "a course in credit")
                                .param("nextOn", "2027-05-10"))
                .andExpect(redirectedUrl("/team/people/tao/competence"));

        for (User reader : List.of(clerk, cast.director(), cast.administrator())) {
            assertThat(sql.count(reader, "select count(*) from team.benefit where user_id = " + clerk.id()))
                    .isEqualTo(1);
            assertThat(sql.count(reader, "select count(*) from team.competence where user_id = " + clerk.id()))
                    .isEqualTo(1);
        }
        for (User reader : List.of(engineer, cast.controller(), cast.viewer(), cast.agent())) {
            assertThat(sql.count(reader, "select count(*) from team.benefit where user_id = " + clerk.id()))
                    .isZero();
            assertThat(sql.count(reader, "select count(*) from team.competence where user_id = " + clerk.id()))
                    .isZero();
            bench.send(reader, get("/team/people/tao/competence")).andExpect(status().isForbidden());
        }
        assertThat(bench.page(clerk, "/team/people/tao/competence")).contains("a course in credit");
        bench.send(
                        cast.director(),
                        post("/team/people/{name}/competence", cast.director().name())
                                .param("knowledge", "5"))
                .andExpect(status().isForbidden());
    }

    @Test
    void one_person_has_a_role_once_at_a_time_and_an_account_one_sponsor() {
        assertThat(bench.join("T2", TeamBench.form(engineer, "specialist", "", "2026-01-01", "2026-06-30")))
                .isEmpty();
        assertThat(bench.join("T2", TeamBench.form(engineer, "specialist", "", "2026-06-30", "")))
                .containsEntry("role", Text.of("team.wrong.overlap"));
        assertThat(bench.join("T2", TeamBench.form(engineer, "specialist", "", "2026-07-01", "")))
                .isEmpty();
        assertThat(bench.join("T2", TeamBench.form(clerk, "sponsor", "", "2026-01-01", "")))
                .isEmpty();
        assertThat(bench.join("T2", TeamBench.form(cast.director(), "sponsor", "", "2026-03-01", "")))
                .containsEntry("role", Text.of("team.wrong.sponsor"));
        assertThat(bench.join("T2", TeamBench.form(engineer, "assistant", "", "2026-03-01", "2026-02-28")))
                .containsEntry("until", Text.of("team.wrong.endsBefore", LocalDate.of(2026, 3, 1)));
    }

    @Test
    void people_are_shown_with_the_accounts_that_are_open_and_their_highest_role_there() {
        User person = cast.another("tan", "谭总", Role.KAM);
        archive.accounts("TO1", "TO2");
        for (String role : List.of("assistant", "sponsor", "specialist")) {
            bench.join("TO1", TeamBench.form(person, role, "", "2026-01-01", ""));
        }
        bench.join("TO2", TeamBench.form(person, "sponsor", "", "2026-01-01", ""));
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update accounts.account set closed_on = '2026-11-16' where code = 'TO2'");
        assertThat(cast.as(cast.director(), people::all))
                .filteredOn(somebody -> somebody.userId() == person.id())
                .singleElement()
                .satisfies(somebody -> {
                    assertThat(somebody.accounts()).isEqualTo(1);
                    assertThat(somebody.held())
                            .extracting(TeamPeople.Held::code, TeamPeople.Held::part)
                            .containsExactly(tuple("TO1", "sponsor"));
                });
    }

    @Test
    void the_database_refuses_overlaps_strangers_and_more_than_a_whole_person() {
        User person = cast.another("tang", "唐工", Role.KAM);
        String insert = """
                insert into team.member (account_id, user_id, function, role, share, from_day, until_day, recorded_by, recorded_at)
                values (%d, %d, 'support', 'assistant', %s, '2026-01-01', %s, 'x', now())""";
        long one = bench.card("T1").id();
        long two = bench.card("T2").id();
        sql.run(cast.director(), insert.formatted(one, person.id(), "60", "null"));
        refused(insert.formatted(one, person.id(), "10", "null"), "member_once");
        refused(insert.formatted(two, person.id(), "50", "null"), "100 percent");
        refused(insert.formatted(two, person.id(), "10", "'2025-12-31'"), "lower bound");
        refused(insert.formatted(two, 999_999, "10", "null"), "shut out");
        sql.run(cast.director(), insert.formatted(two, person.id(), "40", "null"));
        assertThatThrownBy(() ->
                        sql.run(engineer, insert.formatted(bench.card("T3").id(), clerk.id(), "1", "null")))
                .hasStackTraceContaining("row-level security");
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> sql.run(cast.director(), statement)).hasStackTraceContaining(why);
    }

    @Test
    void deputies_at_an_account_never_lead_back_to_a_member() {
        archive.accounts("TD1", "TD2");
        User one = cast.another("tun", "吞工", Role.KAM);
        User two = cast.another("tuo", "托工", Role.KAM);
        User three = cast.another("tui", "推工", Role.KAM);
        Text circle = Text.of("team.wrong.circle");
        assertThat(bench.join("TD1", standsIn(two, one, "2026-01-01", ""))).isEmpty();
        assertThat(bench.join("TD1", standsIn(three, two, "2026-01-01", "2026-06-30")))
                .isEmpty();

        assertThat(bench.join("TD1", standsIn(one, two, "2026-07-01", ""))).containsEntry("deputy", circle);
        assertThat(bench.join("TD1", standsIn(one, three, "2026-06-30", ""))).containsEntry("deputy", circle);
        assertThat(bench.join("TD1", standsIn(one, three, "2026-07-01", "")))
                .as("on other days")
                .isEmpty();
        assertThat(bench.join("TD2", standsIn(one, two, "2026-01-01", "")))
                .as("at another account")
                .isEmpty();

        String until =
                "update team.member set until_day = %s where deputy_id = " + three.id() + " and user_id = " + two.id();
        refused(until.formatted("null"), "lead back");
        refused("""
                insert into team.member (account_id, user_id, function, role, deputy_id, from_day, recorded_by, recorded_at)
                values (%d, %d, 'support', 'assistant', %d, '2026-07-01', 'x', now())""".formatted(bench.card("TD1").id(), two.id(), one.id()), "lead back");
        sql.run(cast.director(), until.formatted("'2026-05-31'"));
    }

    private static MemberForm standsIn(User deputy, User member, String from, String until) {
        return new MemberForm(
                String.valueOf(member.id()),
                "support",
                "specialist",
                "",
                "",
                "",
                "",
                String.valueOf(deputy.id()),
                from,
                until,
                "",
                "");
    }

    @Test
    void shares_over_all_accounts_are_told_with_what_is_left() {
        User person = cast.another("teng", "滕工", Role.KAM);
        assertThat(bench.join("T1", TeamBench.form(person, "specialist", "70", "2026-01-01", "")))
                .isEmpty();
        Text refusal = bench.join("T2", TeamBench.form(person, "specialist", "40", "2026-05-01", ""))
                .get("share");
        assertThat(refusal).isNotNull();
        assertThat(refusal.arguments()).extracting(Object::toString).containsExactly("70.00", "30.00");
        assertThat(bench.join("T2", TeamBench.form(person, "specialist", "30", "2026-05-01", "")))
                .isEmpty();
    }

    @Test
    void who_is_shut_out_becomes_no_member_and_colleagues_arrange_nothing() throws Exception {
        User gone = cast.another("tu", "涂某", Role.KAM);
        cast.as(cast.administrator(), () -> users.disable(gone.id()));
        assertThat(bench.join("T1", TeamBench.form(gone, "assistant", "", "2026-01-01", "")))
                .containsEntry("user", Text.of("team.wrong.user"));
        archive.grant("T1", clerk, Level.BUSINESS);
        bench.send(clerk, get("/accounts/T1/team/members/new")).andExpect(status().isForbidden());
        bench.send(cast.viewer(), get("/accounts/T1/team/members/new")).andExpect(status().isForbidden());
    }

    @Test
    void the_calendar_shows_who_of_the_team_is_away() throws Exception {
        User person = cast.another("tong", "童工", Role.KAM);
        bench.join("T3", TeamBench.form(person, "specialist", "", "2026-01-01", ""));
        bench.away(person, LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 9), cast.director());

        assertThat(bench.page(cast.director(), "/accounts/T3/team?month=2026-12"))
                .contains("Away, deputy: ");
        assertThat(bench.page(cast.director(), "/accounts/T3/team?month=2026-11"))
                .doesNotContain("Away, deputy: ");
        assertThat(bench.page(cast.viewer(), "/team/absences?month=2026-12")).contains("童工");
        assertThat(bench.page(cast.director(), "/team/absences?month=9999-99")).contains("11/2026");
    }

    @Test
    void programs_read_and_name_members() throws Exception {
        User person = cast.another("tie", "铁工", Role.KAM);
        bench.call(
                        cast.director(),
                        post("/api/v1/accounts/T1/team")
                                .contentType("application/json")
                                .content("""
                                        {"user":"tie","function":"research","role":"second","share":5,"from":"2026-02-01"}"""))
                .andExpect(status().isCreated());
        assertThat(bench.answer(cast.director(), "/api/v1/accounts/T1/team")).contains("\"tie\"", "\"second\"");
        bench.call(
                        cast.director(),
                        post("/api/v1/accounts/T1/team")
                                .contentType("application/json")
                                .content("{\"user\":\"nobody\",\"function\":\"research\",\"role\":\"second\"}"))
                .andExpect(status().isUnprocessableContent());
        assertThat(person.isEnabled()).isTrue();
    }

    @Test
    void two_who_name_the_same_at_once_are_told_as_the_form_tells_it() throws Exception {
        archive.accounts("TW1");
        User first = cast.another("tuo", "庹工", Role.KAM);
        User second = cast.another("tui", "隤工", Role.KAM);
        for (List<MemberForm> forms : List.of(
                List.of(
                        TeamBench.form(first, "specialist", "", "2026-01-01", ""),
                        TeamBench.form(first, "specialist", "", "2026-05-01", "")),
                List.of(
                        TeamBench.form(first, "sponsor", "", "2026-01-01", ""),
                        TeamBench.form(second, "sponsor", "", "2026-05-01", "")),
                List.of(
                        TeamBench.form(second, "assistant", "60", "2026-01-01", ""),
                        TeamBench.form(second, "second", "60", "2026-05-01", "")))) {
            assertThat(together("TW1", forms)).hasSize(1);
        }
        assertThat(sql.count(
                        cast.director(),
                        "select count(*) from team.member where account_id = "
                                + bench.card("TW1").id()))
                .isEqualTo(3);
    }

    /// Lets two write while nobody may, and returns what they are refused.
    private List<Text> together(String account, List<MemberForm> forms) throws Exception {
        try (ExecutorService hands = Executors.newCachedThreadPool()) {
            List<Future<Map<String, Text>>> begun = new ArrayList<>();
            try (HeldLock held = HeldLock.of("lock table team.member in share mode")) {
                for (MemberForm form : forms) {
                    begun.add(hands.submit(() -> bench.join(account, form)));
                }
                held.awaitsSomebody(begun.getFirst());
                held.awaitsSomebody(begun.getLast());
            }
            List<Text> refusals = new ArrayList<>();
            for (Future<Map<String, Text>> each : begun) {
                refusals.addAll(each.get(60, TimeUnit.SECONDS).values());
            }
            return refusals;
        }
    }

    @Test
    void the_second_of_two_who_change_a_membership_sees_what_the_first_one_wrote() throws Exception {
        archive.accounts("TV1");
        bench.join("TV1", TeamBench.form(clerk, "specialist", "", "2026-01-01", ""));
        long member = sql.count(
                cast.director(),
                "select id from team.member where account_id = "
                        + bench.card("TV1").id());
        String form = bench.page(cast.administrator(), "/accounts/TV1/team/members/" + member);
        assertThat(form).contains("name=\"version\" value=\"1\"");
        bench.send(cast.director(), changed(member, "1", "assistant", "keeps the books"))
                .andExpect(redirectedUrl("/accounts/TV1/team"));

        String told = bench.send(cast.administrator(), changed(member, "1", "specialist", "asks for money"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told)
                .contains(
                        cast.director().fullName() + " changed this membership at",
                        "Stands now: keeps the books",
                        "Stands now: Assistant",
                        "value=\"asks for money\"",
                        "name=\"version\" value=\"2\"");
        assertThat(bench.page(cast.director(), "/accounts/TV1/team"))
                .contains("keeps the books")
                .doesNotContain("asks for money");
        bench.send(cast.administrator(), changed(member, "2", "specialist", "asks for money"))
                .andExpect(redirectedUrl("/accounts/TV1/team"));
        assertThat(bench.page(cast.director(), "/accounts/TV1/team")).contains("asks for money");
    }

    private MockHttpServletRequestBuilder changed(long member, String version, String role, String responsibility) {
        return post("/accounts/TV1/team/members/" + member)
                .param("user", "" + clerk.id())
                .param("function", "support")
                .param("role", role)
                .param("responsibility", responsibility)
                .param("from", "2026-01-01")
                .param("version", version);
    }
}
