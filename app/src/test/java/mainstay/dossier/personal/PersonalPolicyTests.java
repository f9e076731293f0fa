package mainstay.dossier.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.Loan;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Who reads what is personal, asked with plain SQL as the application's own role, and on every page.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalPolicyTests {

    private static final String COUNT = "select count(*) from dossier.personal_fact where word = 'collects clocks'";
    private static final String SECRET = "collects clocks";

    @Autowired
    PersonBench people;

    @Autowired
    LoanBench loans;

    @Autowired
    Archive archive;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    MockMvc web;

    @Autowired
    MergeBench merges;

    private User custodian;
    private User deputy;
    private User manager;
    private long person;

    @BeforeAll
    void facts() throws Exception {
        clock.setTo(StandingClock.START.minus(Duration.ofHours(1)));
        archive.accounts("Q1", "Q2");
        custodian = cast.another("qiu", "邱经理", Role.KAM);
        deputy = cast.another("qi", "祁经理", Role.KAM);
        manager = cast.another("quan", "全经理", Role.KAM);
        loans.name(archive.card("Q1"), custodian, deputy);
        archive.grant("Q1", manager, Level.FULL);
        person = people.add("Q1", "屈原野");
        people.add("Q2", "权大海");
        send(custodian, fact("Q1", person, "interests", SECRET)).andExpect(status().is3xxRedirection());
    }

    @BeforeEach
    void today() {
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

    private static MockHttpServletRequestBuilder fact(String account, long person, String field, String word) {
        return post("/accounts/{code}/archive/personal/{person}/{field}", account, person, field)
                .param("word", word)
                .param("purpose", "conversation")
                .param("source", "told us so")
                .param("observedOn", "2026-11-10")
                .param("expiresOn", "2027-05-10")
                .param("seen", "");
    }

    @Test
    void custodian_and_deputy_read_it_and_neither_role_nor_manager_does() {
        for (User seeing : List.of(custodian, deputy)) {
            assertThat(people.count(seeing, COUNT)).as(seeing.name()).isEqualTo(1);
        }
        for (User blind : List.of(
                cast.director(), cast.administrator(), cast.controller(), cast.agent(), cast.viewer(), manager)) {
            assertThat(people.count(blind, COUNT)).as(blind.name()).isZero();
            assertThat(people.count(
                            blind,
                            "select count(*) from dossier.personal_people("
                                    + archive.card("Q1").id() + ")"))
                    .as(blind.name())
                    .isZero();
        }
        assertThat(people.count(new Actor(null, "nobody", null, Level.NONE), COUNT))
                .isZero();
        assertThat(people.count(new Actor(null, "local operator", null, Level.FULL), COUNT))
                .isZero();
    }

    @Test
    void a_loan_with_what_is_personal_opens_it_to_the_moment_it_ends() throws Exception {
        User plain = cast.another("ru", "茹经理", Role.KAM);
        loans.decide(custodian, loans.ask(plain, "Q1", 2, "basic"), "granted");
        assertThat(people.count(plain, COUNT)).isZero();

        User borrower = cast.another("rui", "芮经理", Role.KAM);
        Loan asked = loans.ask(borrower, "Q1", 2, "basic", "personal");
        assertThat(people.count(borrower, COUNT)).isZero();
        loans.decide(custodian, asked, "granted");
        assertThat(people.count(borrower, COUNT)).isEqualTo(1);
        assertThat(people.count(borrower, "select count(*) from accounts.person"))
                .as("nothing of people else")
                .isZero();
        assertThat(page(borrower, "/accounts/Q1/archive/personal/" + person)).contains(SECRET, "屈原野");
        send(borrower, fact("Q1", person, "family", "x")).andExpect(status().isForbidden());
        assertThat(people.run(borrower, "delete from dossier.personal_fact")).isZero();

        Instant end = Objects.requireNonNull(loans.as(borrower, asked).endsAt());
        clock.setTo(end.minusSeconds(20));
        assertThat(people.count(borrower, COUNT)).isEqualTo(1);
        clock.setTo(end);
        assertThat(people.count(borrower, COUNT)).isZero();
        assertThat(page(borrower, "/accounts/Q1/archive/personal/" + person)).doesNotContain(SECRET);
        assertThat(people.texts(
                        cast.director(),
                        "select what || array_to_string(parts, '') || level || detail from dossier.look where user_id = "
                                + borrower.id()))
                .containsExactly("personpersonal4#" + person);
    }

    @Test
    void a_named_member_reads_until_taken_off() {
        User member = cast.another("rong", "荣经理", Role.KAM);
        String name = "select dossier.name_member(%d, %d, %b, 'qiu')::text";
        people.texts(custodian, name.formatted(archive.card("Q1").id(), member.id(), true));
        assertThat(people.count(member, COUNT)).isEqualTo(1);
        people.texts(custodian, name.formatted(archive.card("Q1").id(), member.id(), false));
        assertThat(people.count(member, COUNT)).isZero();
    }

    @Test
    void nobody_reads_it_from_its_last_day_on() {
        clock.setTo(Instant.parse("2027-05-09T15:55:00Z"));
        assertThat(people.count(custodian, COUNT)).isEqualTo(1);
        clock.setTo(Instant.parse("2027-05-09T16:00:00Z"));
        assertThat(people.count(custodian, COUNT)).isZero();
    }

    @Test
    void nothing_is_noted_without_a_purpose_of_the_firm_for_too_long_or_of_strangers() throws Exception {
        String noted = """
                insert into dossier.personal_fact (person_id, account_id, field, word, purpose, source, observed_on, expires_on, recorded_by,
                                                   recorded_at)
                values (%d, %d, 'age', 'x', '%s', 'x', date '2026-11-10', date '%s', 'x', now())""";
        long account = archive.card("Q1").id();
        assertThatThrownBy(() -> people.run(custodian, noted.formatted(person, account, "gossip", "2027-01-01")))
                .hasStackTraceContaining("for no such purpose");
        assertThatThrownBy(() -> people.run(custodian, noted.formatted(person, account, "courtesy", "2032-01-01")))
                .hasStackTraceContaining("for no such purpose");
        assertThatThrownBy(() -> people.run(custodian, noted.formatted(9999, account, "courtesy", "2027-01-01")))
                .hasStackTraceContaining("never worked");
        for (User blind : List.of(manager, cast.director())) {
            assertThatThrownBy(() -> people.run(blind, noted.formatted(person, account, "courtesy", "2027-01-01")))
                    .as(blind.name())
                    .hasStackTraceContaining("row-level security");
            send(blind, fact("Q1", person, "family", "x")).andExpect(status().isForbidden());
        }
        assertThatThrownBy(
                        () -> people.run(custodian, "update dossier.personal_fact set expires_on = date '2099-01-01'"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void it_is_on_its_own_page_and_nowhere_else() throws Exception {
        assertThat(page(custodian, "/accounts/Q1/archive/personal/" + person))
                .contains(SECRET, "for: Prepare conversations", "until");
        for (String address : List.of(
                "/accounts/Q1/archive",
                "/accounts/Q1/archive/personal",
                "/accounts/Q1/people",
                "/accounts/Q1/timeline",
                "/people/" + person,
                "/people?q=clocks",
                "/search?q=clocks",
                "/archive",
                "/today",
                "/archive/looks",
                "/api/v1/accounts/Q1/facts",
                "/api/v1/search?q=clocks",
                "/accounts/export?format=csv")) {
            assertThat(page(custodian, address)).as(address).doesNotContain(SECRET);
        }
    }

    @Test
    void a_refusal_never_repeats_it_in_its_words_and_the_second_writer_is_told() throws Exception {
        String again = send(custodian, fact("Q1", person, "interests", "likes tea"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(again).contains("Somebody else wrote here meanwhile", "likes tea", SECRET);
        String refused = send(
                        custodian, fact("Q1", person, "family", "two sons").param("purpose", "gossip"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("two sons");
        assertThat(new PersonalForm("two sons", "", "", "", "", "").toString()).doesNotContain("sons");
    }

    @Test
    void it_follows_accounts_and_people_into_a_merge_and_out_again() throws Exception {
        archive.accounts("Q3", "Q4");
        for (String code : List.of("Q3", "Q4")) {
            loans.name(archive.card(code), custodian, deputy);
        }
        long one = people.add("Q3", "裘千里");
        long other = people.add("Q3", "仇万里");
        send(custodian, fact("Q3", other, "abilities", "throws pots")).andExpect(status().is3xxRedirection());
        String where = "select account_id * 1000000 + person_id from dossier.personal_fact where word = 'throws pots'";
        long third = archive.card("Q3").id() * 1_000_000;
        long fourth = archive.card("Q4").id() * 1_000_000;

        long accountMerge = merges.merge("Q4", "Q3").orElseThrow();
        people.merge(one, other);
        assertThat(people.count(custodian, where)).isEqualTo(fourth + one);
        merges.undo(accountMerge);
        assertThat(people.count(custodian, where)).isEqualTo(third + one);
        long personMerge = people.count(cast.director(), "select max(id) from accounts.person_merge");
        send(cast.controller(), post("/people/{id}/merges/{merge}/undoing", one, personMerge))
                .andExpect(status().is3xxRedirection());
        assertThat(people.count(custodian, where)).isEqualTo(third + other);
    }
}
