package mainstay.dossier.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A person asks to see what is known, or to be erased; and what nobody asks for runs out.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    LoanBench loans;

    @Autowired
    PrivacyDesk desk;

    @Autowired
    StandingClock clock;

    private User custodian;

    @BeforeAll
    void accounts() {
        clock.setTo(StandingClock.START.minus(Duration.ofHours(1)));
        archive.accounts("V1", "V2");
        custodian = cast.another("wei", "魏经理", Role.KAM);
        for (String code : List.of("V1", "V2")) {
            loans.name(archive.card(code), custodian, cast.director());
        }
        clock.reset();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    private void note(String account, long person, String word, String expires) throws Exception {
        send(
                        custodian,
                        post("/accounts/{code}/archive/personal/{person}/interests", account, person)
                                .param("word", word)
                                .param("purpose", "conversation")
                                .param("source", "told us so")
                                .param("observedOn", "2026-11-10")
                                .param("expiresOn", expires)
                                .param("seen", ""))
                .andExpect(status().is3xxRedirection());
    }

    private long all(String sql) {
        return people.count(cast.director(), sql);
    }

    /// Past every policy, as the owner.
    private static long owned(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(StoryDatabase.ownerUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    @Test
    void a_person_sees_everything_through_a_director_for_a_day_and_the_look_is_on_record() throws Exception {
        long person = people.add(
                "V1",
                PersonBench.form("凌霜", "Ling Shuang", "phone", "13811110000"),
                PersonBench.position("quality", "2020-01-01", ""));
        note("V1", person, "plays erhu", "2027-05-01");
        User director = cast.another("shao", "邵总", Role.DIRECTOR);
        assertThat(page(director, "/people/" + person))
                .contains("What this person may ask for")
                .doesNotContain("plays erhu");

        String to = Objects.requireNonNull(send(
                        director,
                        post("/people/{id}/privacy", person)
                                .param("askedOn", "2026-11-15")
                                .param("way", "letter"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(page(director, to))
                .contains("凌霜", "Ling Shuang", "13811110000", "plays erhu", "Prepare conversations");
        assertThat(page(director, to + "/file"))
                .contains("\"word\":\"plays erhu\"", "\"expiresOn\":\"2027-05-01\"", "\"value\":\"13811110000\"");
        assertThat(all("select count(*) from dossier.look where what = 'disclosure' and level = 4 and user_id = "
                        + director.id()))
                .isEqualTo(2);
        assertThat(page(cast.another("shi", "石总", Role.DIRECTOR), to)).doesNotContain("plays erhu");
        for (Role role : List.of(Role.ADMINISTRATOR, Role.CONTROLLER, Role.KAM, Role.AGENT, Role.VIEWER)) {
            send(cast.withRole(role), get(to)).andExpect(status().isForbidden());
        }
        clock.advance(Duration.ofHours(25));
        assertThat(page(director, to)).contains("This request is over").doesNotContain("plays erhu");
    }

    @Test
    void nobody_discloses_without_a_request_of_their_own() throws Exception {
        long person = people.add("V1", "管平湖");
        note("V1", person, "plays guqin", "2027-05-01");
        assertThat(all("select count(*) from dossier.disclose(999999)")).isZero();
        assertThatThrownBy(() -> people.count(cast.controller(), "select count(*) from dossier.disclose(1)"))
                .hasStackTraceContaining("disclose what is personal");
        assertThatThrownBy(
                        () -> people.run(
                                cast.controller(),
                                "insert into dossier.subject_request (person_id, kind, asked_on, way, opened_by) values (1, 'see', now(), 'x', 'x')"))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void who_is_erased_leaves_days_and_counts_and_nothing_else() throws Exception {
        long person = people.add(
                "V1",
                PersonBench.form("江晚舟", "Jiang Wanzhou", "mail", "wanzhou@example.com"),
                PersonBench.position("finance", "2019-03-01", ""));
        long twin = people.add("V2", "江小舟", "phone", "13855556666");
        people.merge(person, twin);
        note("V1", person, "sails at weekends", "2027-05-01");
        giveTooMuch(person, "sails with 江晚舟");
        long positions = all("select count(*) from accounts.position");
        MockHttpServletRequestBuilder unsure = post("/people/{id}/erasure", person)
                .param("askedOn", "2026-11-15")
                .param("way", "letter");
        assertThat(send(cast.director(), unsure).andReturn().getResponse().getContentAsString())
                .contains("Tick this box");

        send(
                        cast.director(),
                        post("/people/{id}/erasure", person)
                                .param("askedOn", "2026-11-15")
                                .param("way", "letter")
                                .param("sure", "yes"))
                .andExpect(redirectedUrl("/people/" + person));

        assertThat(page(cast.director(), "/people/" + person)).contains("Erased person " + person, "Finance");
        for (String trace : List.of("江晚舟", "Wanzhou", "wanzhou@", "江小舟", "13855556666", "sails")) {
            for (String address : List.of(
                    "/people/" + person,
                    "/people",
                    "/people?q=" + trace,
                    "/search?q=" + trace,
                    "/accounts/V1/people",
                    "/accounts/V2/people",
                    "/accounts/V1/timeline",
                    "/people/privacy")) {
                assertThat(page(cast.director(), address)
                                .replace("value=\"" + trace + "\"", "")
                                .replace("No account matches “" + trace, ""))
                        .as(address)
                        .doesNotContain(">" + trace);
            }
            for (String table : tables()) {
                assertThat(owned("select count(*) from " + table + " t where t::text like '%" + trace + "%'"))
                        .as(trace + " in " + table)
                        .isZero();
            }
        }
        assertThat(all("select count(*) from accounts.position")).isEqualTo(positions);
        assertThat(
                        all(
                                "select count(*) from accounts.position where from_on = date '2019-03-01' and function = 'finance' and title is null"))
                .isPositive();
        assertThat(all("select coalesce(sum(values_deleted), 0) from dossier.forgetting where cause = 'erased'"))
                .isPositive();
        send(custodian, post("/people/{id}", person).param("name", "x").param("seen", "1"))
                .andExpect(status().isConflict());
    }

    private void giveTooMuch(long person, String why) throws Exception {
        send(cast.director(), post("/people/gifts").param("given", "10").param("received", ""))
                .andExpect(status().is3xxRedirection());
        send(
                        custodian,
                        post("/people/{id}/gifts", person)
                                .param("account", "V1")
                                .param("direction", "given")
                                .param("kind", "gift")
                                .param("givenOn", "2026-10-01")
                                .param("worth", "99")
                                .param("occasion", why)
                                .param("reason", why)
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(owned("select count(*) from approvals.request where kind = 'gift'"))
                .isPositive();
    }

    /// All of them.
    private static List<String> tables() throws Exception {
        List<String> tables = new ArrayList<>();
        try (var connection = DriverManager.getConnection(StoryDatabase.ownerUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).contains("accounts.person", "dossier.personal_fact", "approvals.request", "activity.entry");
        return tables;
    }

    @Test
    void only_directors_erase() {
        long person = people.add("V1", "常青藤");
        for (User other : List.of(cast.administrator(), cast.controller(), custodian)) {
            assertThatThrownBy(
                            () -> people.count(other, "select cardinality(accounts.erase_person(" + person + ", 'x'))"))
                    .as(other.name())
                    .hasStackTraceContaining("erase people");
        }
    }

    @Test
    void what_has_run_out_is_deleted_at_night_and_counted() throws Exception {
        long person = people.add("V2", "乐无忧");
        note("V2", person, "fears heights", "2026-12-01");
        note("V1", people.add("V1", "乐长久"), "likes heights", "2027-05-01");
        String kept = "select count(*) from dossier.personal_fact where word like '%heights'";

        clock.setTo(Instant.parse("2026-11-30T15:00:00Z"));
        Acting.as(Actor.itself(), () -> desk.forgetExpired());
        assertThat(owned(kept)).isEqualTo(2);
        assertThat(page(custodian, "/today"))
                .contains("乐无忧", "personal notes expire")
                .doesNotContain("heights");
        clock.setTo(Instant.parse("2026-11-30T16:00:00Z"));
        Acting.as(Actor.itself(), () -> desk.forgetExpired());
        assertThat(owned(kept)).isEqualTo(1);
        assertThat(cast.as(cast.director(), () -> desk.report())
                        .deleted()
                        .getFirst()
                        .day())
                .as("where the firm is")
                .isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(page(cast.director(), "/people/privacy"))
                .contains("expired", "Interests")
                .doesNotContain("heights");
    }

    @Test
    void who_has_had_no_position_for_years_is_proposed() {
        people.add("V2", PersonBench.form("陈旧人", ""), PersonBench.position("other", "2010-01-01", "2023-11-15"));
        people.add("V2", PersonBench.form("新走人", ""), PersonBench.position("other", "2010-01-01", "2023-11-17"));

        List<LongGone> gone = cast.as(cast.director(), () -> desk.report()).longGone();
        assertThat(gone).extracting(LongGone::name).contains("陈旧人").doesNotContain("新走人");
    }
}
