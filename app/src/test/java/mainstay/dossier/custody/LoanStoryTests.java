package mainstay.dossier.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.accounts.MergeBench;
import mainstay.dossier.Archive;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.WorkSource.Work;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Custodians are named, archives are borrowed, given back, called back and renewed.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoanStoryTests {

    private static final String FACTS = "select count(*) from dossier.fact";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench bench;

    @Autowired
    MergeBench merges;

    @Autowired
    LoanWork work;

    @Autowired
    StandingClock clock;

    private User custodian;
    private User deputy;

    @BeforeAll
    void accounts() {
        clock.setTo(StandingClock.START.minus(Duration.ofHours(1)));
        cast.director();
        archive.accounts("B1", "B2", "B3", "M1", "M2");
        for (String code : List.of("B1", "B2", "M1", "M2")) {
            archive.write(code, "attitude", "warm in " + code, "2026-01-01");
        }
        custodian = cast.another("bao", "包经理", Role.KAM);
        deputy = cast.another("dai", "戴经理", Role.KAM);
        bench.name(archive.card("B1"), custodian, deputy);
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

    private ResultActions call(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).header("Authorization", "Bearer " + cast.token(user)));
    }

    private User borrower(String name) {
        return cast.another(name, name, Role.VIEWER);
    }

    @Test
    void a_director_names_who_answers() throws Exception {
        send(cast.director(), get("/accounts/B3/archive"))
                .andExpect(content().string(containsString("the directors answer for this archive")));
        send(
                        cast.director(),
                        post("/accounts/B3/archive/custody")
                                .param("custodian", "" + custodian.id())
                                .param("deputy", "" + custodian.id()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("nobody is their own deputy")));
        send(
                        cast.director(),
                        post("/accounts/B3/archive/custody")
                                .param("custodian", "" + custodian.id())
                                .param("deputy", "" + deputy.id()))
                .andExpect(redirectedUrl("/accounts/B3/archive/custody"));

        send(deputy, get("/accounts/B3/archive"))
                .andExpect(content().string(containsString("包经理 answers for this archive, 戴经理 is deputy.")));
        send(cast.director(), get("/accounts/B3/timeline"))
                .andExpect(content().string(containsString("包经理 answers for the archive, deputy: 戴经理.")));
        send(custodian, post("/accounts/B3/archive/custody").param("custodian", "" + deputy.id()))
                .andExpect(status().isForbidden());
        send(cast.director(), post("/accounts/B3/archive/custody").param("custodian", ""))
                .andExpect(redirectedUrl("/accounts/B3/archive/custody"));
        send(custodian, get("/accounts/B3/archive")).andExpect(status().isNotFound());
    }

    @Test
    void the_custodian_names_members_and_takes_them_off() throws Exception {
        User member = cast.another("mei", "梅经理", Role.KAM);
        send(custodian, post("/accounts/B1/archive/custody/members").param("member", "" + member.id()))
                .andExpect(redirectedUrl("/accounts/B1/archive/custody"));
        send(member, get("/accounts/B1/archive")).andExpect(content().string(containsString("warm in B1")));
        send(member, post("/accounts/B1/archive/custody/members").param("member", "" + member.id()))
                .andExpect(status().isForbidden());

        send(custodian, post("/accounts/B1/archive/custody/members/{id}/removal", member.id()))
                .andExpect(status().is3xxRedirection());
        send(member, get("/accounts/B1/archive")).andExpect(status().isNotFound());
    }

    @Test
    void an_archive_is_asked_for_lent_and_given_back() throws Exception {
        User borrower = borrower("s1");
        send(borrower, post("/archive/loans").param("account", "B1").param("days", "91"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Tick at least one part.")))
                .andExpect(content().string(containsString("Write whole days from 1 to 90.")))
                .andExpect(content().string(containsString("Say what you need it for")));
        String address = Objects.requireNonNull(send(
                        borrower,
                        post("/archive/loans")
                                .param("account", "B1")
                                .param("part", "business")
                                .param("purpose", "A fair")
                                .param("days", "7"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        send(custodian, get("/approvals"))
                .andExpect(content().string(containsString("Borrow the archive of B1 for 7 days")));
        send(cast.keyAccountManager(), get("/approvals"))
                .andExpect(content().string(not(containsString("Borrow the archive of B1"))));
        send(custodian, get("/archive/loans?list=others")).andExpect(content().string(containsString("A fair")));
        Loan loan = bench.as(borrower, byAddress(borrower, address));
        send(custodian, get(bench.requestOf(loan)))
                .andExpect(content().string(containsString("Lends out: Business status")));
        bench.decide(custodian, loan, "granted").andExpect(status().is3xxRedirection());

        send(borrower, get("/accounts/B1/archive"))
                .andExpect(content().string(containsString("warm in B1")))
                .andExpect(content().string(containsString("You see parts of this archive as a loan, until")));
        send(borrower, post(address + "/return")).andExpect(redirectedUrl(address));
        send(borrower, get("/accounts/B1/archive")).andExpect(content().string(not(containsString("warm in B1"))));
        send(borrower, get(address)).andExpect(content().string(containsString("given back")));
        send(borrower, post(address + "/return")).andExpect(status().isConflict());
    }

    private Loan byAddress(User borrower, String address) {
        long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        return bench.loan(borrower, id);
    }

    @Test
    void of_two_who_decide_at_once_one_decides() throws Exception {
        User borrower = borrower("s2");
        Loan loan = bench.ask(borrower, "B1", 3, "business");
        List<Callable<Integer>> both = List.of(
                () -> bench.decide(custodian, loan, "granted")
                        .andReturn()
                        .getResponse()
                        .getStatus(),
                () -> bench.decide(deputy, loan, "refused")
                        .andReturn()
                        .getResponse()
                        .getStatus());
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Integer> answers =
                    people.invokeAll(both).stream().map(Future::resultNow).toList();
            assertThat(answers).containsExactlyInAnyOrder(302, 409);
        }
        Loan decided = bench.as(borrower, loan);
        assertThat(decided.state()).isIn("out", "refused");
        assertThat(bench.count(borrower, FACTS)).isEqualTo(decided.isOut() ? 1 : 0);
    }

    @Test
    void what_is_called_back_is_closed_with_its_renewal_and_says_why() throws Exception {
        User borrower = borrower("s3");
        Loan loan = bench.ask(borrower, "B1", 3, "business");
        bench.decide(deputy, loan, "granted");
        Loan renewal = bench.renew(borrower, bench.as(borrower, loan), 4);
        bench.decide(deputy, renewal, "granted");
        send(borrower, post(loan.path() + "/recall").param("reason", "mine")).andExpect(status().isForbidden());
        send(cast.controller(), post(loan.path() + "/recall").param("reason", "mine"))
                .andExpect(status().isNotFound());
        send(custodian, post(loan.path() + "/recall").param("reason", "")).andExpect(status().isUnprocessableContent());

        send(custodian, post(loan.path() + "/recall").param("reason", "the fair was cancelled"))
                .andExpect(redirectedUrl(loan.path()));

        assertThat(bench.count(borrower, FACTS)).isZero();
        assertThat(bench.as(borrower, renewal).state()).isEqualTo("recalled");
        send(borrower, get(loan.path())).andExpect(content().string(containsString("the fair was cancelled")));
        clock.setTo(Objects.requireNonNull(bench.as(borrower, loan).endsAt()).plusSeconds(5));
        assertThat(bench.count(borrower, FACTS)).isZero();
    }

    @Test
    void nobody_borrows_what_is_seen_anyway_or_asked_for_already() throws Exception {
        User borrower = borrower("s4");
        bench.ask(borrower, "B1", 3, "business");
        MockHttpServletRequestBuilder again = post("/archive/loans")
                .param("account", "B1")
                .param("part", "transaction")
                .param("purpose", "x")
                .param("days", "3");
        send(borrower, again)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("You have asked for this archive already")));
        send(custodian, again)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("You see all of that already")));
        send(borrower, get("/archive/loans/new?account=B1&part=business")).andExpect(status().isOk());
    }

    @Test
    void strangers_decide_nothing_and_a_custodian_may_refuse() throws Exception {
        Loan own = bench.ask(manager("ren"), "B1", 3, "business");
        bench.decide(cast.viewer(), own, "granted").andExpect(status().isNotFound());
        bench.decide(custodian, own, "refused").andExpect(status().is3xxRedirection());
        assertThat(bench.as(custodian, own).state()).isEqualTo("refused");
    }

    private User manager(String name) {
        return cast.another(name, name, Role.KAM);
    }

    @Test
    void requests_follow_whoever_answers_by_now() throws Exception {
        User borrower = borrower("s5");
        Loan loan = bench.ask(borrower, "B2", 3, "business");
        bench.decide(custodian, loan, "granted").andExpect(status().isNotFound());

        bench.name(archive.card("B2"), custodian, deputy);

        bench.decide(custodian, loan, "granted").andExpect(status().is3xxRedirection());
        assertThat(bench.as(borrower, loan).isOut()).isTrue();
    }

    @Test
    void the_last_days_of_a_loan_are_told_on_today() throws Exception {
        User borrower = borrower("s6");
        Loan loan = bench.ask(borrower, "B1", 3, "business");
        bench.decide(custodian, loan, "granted");
        assertThat(cast.as(borrower, work::work)).isEmpty();

        clock.setTo(Objects.requireNonNull(bench.as(borrower, loan).endsAt()).minusSeconds(3600 * 20));

        assertThat(cast.as(borrower, work::work)).extracting(Work::link).containsExactly(loan.path());
        bench.renew(borrower, loan, 3);
        assertThat(cast.as(borrower, work::work)).isEmpty();
    }

    @Test
    void a_loan_follows_its_account_through_a_merge_and_back() throws Exception {
        User borrower = borrower("s7");
        Loan before = bench.ask(borrower, "M2", 9, "business");
        bench.decide(cast.director(), before, "granted");
        User second = borrower("s8");
        Loan meanwhile = bench.ask(second, "M2", 9, "business");

        long merge = merges.merge("M1", "M2").orElseThrow();
        bench.decide(cast.director(), meanwhile, "granted").andExpect(status().is3xxRedirection());
        for (User reader : List.of(borrower, second)) {
            assertThat(bench.count(reader, FACTS)).as(reader.name()).isEqualTo(2);
            send(reader, get("/accounts/M1/archive")).andExpect(content().string(containsString("warm in M2")));
        }
        merges.undo(merge);

        for (User reader : List.of(borrower, second)) {
            assertThat(bench.count(reader, FACTS)).as(reader.name()).isEqualTo(1);
            send(reader, get("/accounts/M2/archive")).andExpect(content().string(containsString("warm in M2")));
            send(reader, get("/accounts/M1/archive")).andExpect(content().string(not(containsString("warm in M1"))));
        }
        merges.merge("M1", "M2");
        send(second, post(meanwhile.path() + "/return")).andExpect(status().is3xxRedirection());
        assertThat(bench.count(second, FACTS)).isZero();
        merges.undoAll();
        assertThat(bench.count(second, FACTS)).isZero();
        assertThat(bench.count(borrower, FACTS)).isEqualTo(1);
    }

    @Test
    void programs_borrow_by_the_same_rules() throws Exception {
        User borrower = borrower("s9");
        String asked = call(
                        borrower,
                        post("/api/v1/archive/loans")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("""
                                {"account":"B1","parts":["business"],"purpose":"a fair","days":5}"""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("asked"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        int id = JsonPath.read(asked, "$.id");
        Loan loan = bench.loan(borrower, id);
        call(custodian, get("/api/v1/archive/loans?list=others"))
                .andExpect(jsonPath("$[?(@.id == " + id + ")].purpose").value("a fair"));
        bench.decide(custodian, loan, "granted");
        call(borrower, get("/api/v1/archive/loans/" + id))
                .andExpect(jsonPath("$.state").value("out"));
        call(borrower, get("/api/v1/accounts/B1/facts"))
                .andExpect(jsonPath("$.facts[?(@.field == 'attitude')].value").value("warm in B1"));
        call(
                        custodian,
                        post("/api/v1/archive/loans/" + id + "/recall")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"reason\":\"over\"}"))
                .andExpect(jsonPath("$.closedBecause").value("over"));
        call(borrower, post("/api/v1/archive/loans/" + id + "/return")).andExpect(status().isConflict());
        call(cast.viewer(), get("/api/v1/archive/loans/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void only_rules_of_what_somebody_answers_for_ask_custodians() throws Exception {
        send(cast.director(), get("/settings/approvals/borrowing"))
                .andExpect(content().string(containsString("value=\"role:custodian\" selected")));
        send(cast.director(), get("/settings/approvals/promotion"))
                .andExpect(content().string(not(containsString("role:custodian"))));
        send(
                        cast.director(),
                        post("/settings/approvals/promotion")
                                .param("turn", "1")
                                .param("who", "role:custodian")
                                .param("amount", "")
                                .param("starsTo", "")
                                .param("revision", "0"))
                .andExpect(status().isUnprocessableContent());
    }
}
