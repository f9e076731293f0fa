package mainstay.terms.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approval;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.Ended;
import mainstay.terms.Entitlement;
import mainstay.terms.Entitlement.Source;
import mainstay.terms.Measure;
import mainstay.terms.Terms;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A manager asks for terms of one account's own, and others decide.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Terms terms;

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Grants grants;

    @Autowired
    StandingClock clock;

    @Autowired
    Agreements kept;

    private User manager;

    @BeforeAll
    void an_account(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,credit limit,payment term
                ONE,First,1000,60
                TWO,Second,1000,
                OWES,Owes much,9000,
                """);
        TermsTestbed.bring(desk, Kind.RECEIVABLES, """
                customer,number,issued,due,amount
                OWES,O1,2026-11-01,2026-12-01,5000
                """);
        manager = cast.keyAccountManager();
        cast.director();
        cast.controller();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(id("ONE"), manager.id()), Level.FULL);
            return null;
        });
    }

    @BeforeEach
    void on_the_first_day() {
        clock.reset();
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    private Entitlement of(String code, Measure measure) {
        return Acting.asOperator(() -> terms.of(id(code), measure));
    }

    private ResultActions ask(User user, String code, String measure, String value, String from, String until)
            throws Exception {
        return web.perform(post("/accounts/{code}/terms/agreements", code)
                .locale(Locale.ENGLISH)
                .param("measure", measure)
                .param("value", value)
                .param("from", from)
                .param("until", until)
                .param("reason", "New year stock")
                .with(cast.signedIn(user)));
    }

    private void decide(String code, String decision, User... deciders) throws Exception {
        Approval asked =
                Acting.asOperator(() -> approvals.ofAccount(id(code), 1)).getFirst();
        for (User decider : deciders) {
            web.perform(post(asked.path() + "/decisions")
                            .param("decision", decision)
                            .param("remark", "as agreed")
                            .with(cast.signedIn(decider)))
                    .andExpect(status().is3xxRedirection());
        }
    }

    @Test
    void special_terms_hold_for_their_days_once_all_who_were_asked_agree() throws Exception {
        ask(manager, "ONE", "paymentTerm", "90", "2026-12-01", "2027-01-31")
                .andExpect(redirectedUrl("/accounts/ONE/terms"));
        assertThat(of("ONE", Measure.PAYMENT_TERM).figure()).isEqualByComparingTo("60");
        decide("ONE", "granted", cast.controller(), cast.director());

        assertThat(of("ONE", Measure.PAYMENT_TERM).figure()).isEqualByComparingTo("60");
        clock.advance(Duration.ofDays(15));
        assertThat(of("ONE", Measure.PAYMENT_TERM).figure()).isEqualByComparingTo("90");
        clock.advance(Duration.ofDays(61));
        assertThat(of("ONE", Measure.PAYMENT_TERM).figure()).isEqualByComparingTo("90");
        clock.advance(Duration.ofDays(1));
        assertThat(of("ONE", Measure.PAYMENT_TERM).figure()).isEqualByComparingTo("60");
    }

    /// As a member of the account's team is.
    @Test
    void who_is_told_the_business_only_is_not_offered_to_ask_and_told_why() throws Exception {
        User told = cast.another("told.only", "Told Only", Role.KAM);
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into identity.account_grant (account_id, user_id, level, starts_at, cause)
                select id, %d, 2, identity.clock(), 'told' from accounts.account where code = 'ONE'
                """.formatted(told.id()));

        web.perform(get("/accounts/ONE/terms").locale(Locale.ENGLISH).with(cast.signedIn(told)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"agreement-measure\""))));
        ask(told, "ONE", "guidance", "9", "2026-12-01", "2027-01-31").andExpect(status().isForbidden());
    }

    @Test
    void of_several_that_hold_at_once_the_one_that_began_last_counts_until_it_is_ended() throws Exception {
        ask(cast.director(), "TWO", "creditLimit", "3000", "2026-11-10", "");
        decide("TWO", "granted", cast.controller());
        ask(cast.director(), "TWO", "creditLimit", "5000", "2026-11-16", "2026-12-31");
        decide("TWO", "granted", cast.controller());
        assertThat(Acting.asOperator(() -> accounts.byCode("TWO").orElseThrow().creditLimit()))
                .as("at once, in every list")
                .isEqualTo(5_000_0000L);
        assertThat(of("TWO", Measure.CREDIT_LIMIT))
                .returns(5_000_0000L, Entitlement::amount)
                .returns(Source.AGREED, Entitlement::source);

        assertThat(Acting.asOperator(() -> kept.of(id("TWO"))))
                .as("the last days asked for")
                .extracting(KeptAgreement::until)
                .containsExactly(LocalDate.of(2026, 12, 31), null);
        long last = Acting.asOperator(() -> kept.of(id("TWO"))).getFirst().id();
        end(last, " ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A reason of at most")));
        assertThat(of("TWO", Measure.CREDIT_LIMIT).amount()).isEqualTo(5_000_0000L);
        end(last, "Paid late again").andExpect(status().is3xxRedirection());
        assertThat(of("TWO", Measure.CREDIT_LIMIT).amount()).isEqualTo(3_000_0000L);
        assertThat(Acting.asOperator(() -> accounts.byCode("TWO").orElseThrow().creditLimit()))
                .isEqualTo(3_000_0000L);
        assertThat(Acting.asOperator(() -> kept.of(id("TWO"))).getFirst().until())
                .as("the last day that it held")
                .isBefore(LocalDate.of(2026, 12, 31));
        assertThat(Acting.asOperator(() -> kept.of(id("TWO"))).getFirst().ended())
                .isEqualTo(
                        new Ended(LocalDate.of(2026, 11, 16), cast.controller().name(), "Paid late again"));
        for (String page : List.of("terms", "timeline")) {
            web.perform(get("/accounts/TWO/" + page).locale(Locale.ENGLISH).with(cast.signedIn(cast.controller())))
                    .andExpect(content().string(containsString("Paid late again")));
        }
        end(last, "Once more").andExpect(status().isNotFound());
    }

    private ResultActions end(long agreement, String reason) throws Exception {
        return web.perform(post("/accounts/TWO/terms/agreements/{id}/end", agreement)
                .param("reason", reason)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(cast.controller())));
    }

    @Test
    void what_is_refused_never_holds() throws Exception {
        ask(manager, "ONE", "serviceLevel", "green", "", "");
        decide("ONE", "refused", cast.director());

        assertThat(of("ONE", Measure.SERVICE_LEVEL).isSet()).isFalse();
        assertThat(Acting.asOperator(() -> kept.of(id("ONE"))).getFirst().state())
                .isEqualTo("refused");
    }

    @Test
    void what_makes_no_sense_is_said_at_the_field_and_nothing_is_asked() throws Exception {
        for (List<String> wrong : List.of(
                List.of("creditLimit", "much", "", ""),
                List.of("creditLimit", "-1", "", ""),
                List.of("paymentTerm", "30", "2026-12-01", "2026-11-30"),
                List.of("paymentTerm", "30", "2026-10-01", "2026-10-31"),
                List.of("paymentTerm", "30", "0000-01-01", ""),
                List.of("paymentTerm", "30", "", "31/12/2026"),
                List.of("serviceLevel", "gold", "", ""),
                List.of("tea", "1", "", ""))) {
            ask(cast.director(), "TWO", wrong.get(0), wrong.get(1), wrong.get(2), wrong.get(3))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("New year stock")));
        }
        ask(cast.director(), "OWES", "creditLimit", "4000", "", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("5,000.00 stand against this limit already")));
        assertThat(Acting.asOperator(() -> kept.of(id("OWES")))).isEmpty();
    }

    @Test
    void who_sees_an_account_from_afar_asks_for_nothing() throws Exception {
        ask(cast.viewer(), "ONE", "paymentTerm", "90", "", "").andExpect(status().isForbidden());
        ask(manager, "TWO", "paymentTerm", "90", "", "").andExpect(status().isNotFound());
        web.perform(get("/accounts/ONE/terms").locale(Locale.ENGLISH).with(cast.signedIn(manager)))
                .andExpect(content().string(containsString("Ask for special terms")));
    }

    @Test
    void the_same_special_terms_are_not_asked_for_twice() throws Exception {
        ask(manager, "ONE", "paymentTerm", "75", "2026-12-01", "2026-12-31").andExpect(status().is3xxRedirection());
        ask(manager, "ONE", "paymentTerm", "75", "2026-12-01", "2026-12-31")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(containsString("The same is asked for or agreed on some of these days already")));
        ask(manager, "ONE", "paymentTerm", "80", "2026-12-01", "2026-12-31").andExpect(status().is3xxRedirection());
        decide("ONE", "refused", cast.controller());
        ask(manager, "ONE", "paymentTerm", "80", "2026-12-01", "2026-12-31").andExpect(status().is3xxRedirection());
    }

    @Test
    void what_holds_already_is_not_granted_again_for_the_same_days() throws Exception {
        ask(cast.director(), "TWO", "creditLimit", "50000", "2026-12-01", "2026-12-31")
                .andExpect(status().is3xxRedirection());
        decide("TWO", "granted", cast.controller());
        web.perform(get("/approvals?list=ended").locale(Locale.ENGLISH).with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("50,000.00")));

        ask(cast.director(), "TWO", "creditLimit", "50000", "2026-12-01", "2026-12-31")
                .andExpect(status().isUnprocessableContent());
        ask(cast.director(), "TWO", "creditLimit", "50000", "2026-12-31", "2027-01-31")
                .andExpect(status().isUnprocessableContent());
        ask(cast.director(), "TWO", "creditLimit", "50000", "2027-01-01", "2027-01-31")
                .andExpect(status().is3xxRedirection());
    }
}
