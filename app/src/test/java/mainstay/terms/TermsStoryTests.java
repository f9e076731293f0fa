package mainstay.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.shared.web.Texts;
import mainstay.terms.Entitlement.Source;
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

/// What accounts get by their stars, and what was agreed with some.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Terms terms;

    @Autowired
    Texts texts;

    @Autowired
    Accounts accounts;

    @BeforeAll
    void rated_accounts(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,credit limit,payment term,parent,holding
                FOUR,Four Stars,,,,
                AGREED,Also Four,8000,60,,
                TWO,Two Stars,,,,
                HOLLOW,Hollow,,,,
                NEW,Unrated,,,,
                UNDER,Under Two Stars,,,TWO,100
                BELOW,Under Also Four,,,AGREED,100
                """);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                FOUR,F1,2026-10-01,1200
                """);
        rate("FOUR", 4, false);
        rate("AGREED", 4, false);
        rate("TWO", 2, false);
        rate("HOLLOW", 3, true);
    }

    private void rate(String code, int stars, boolean hollow) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from rating.current where scope = 'account' and account_id = " + id(code),
                "with r as (insert into rating.rating (scope, account_id, model_version, as_of, revision, score, coverage,"
                        + " stars, computed_stars, hollow, figures, points, unknown) values ('account', " + id(code)
                        + ", 1, '2026-11-16', 1, 70, 0.8, " + stars + ", " + stars + ", " + hollow
                        + ", '{}', '{}', '{}') returning id)"
                        + " insert into rating.current (scope, account_id, rating_id, as_of, stars, hollow)"
                        + " select 'account', " + id(code) + ", id, '2026-11-16', " + stars + ", " + hollow
                        + " from r");
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    private Entitlement of(String code, Measure measure) {
        return Acting.asOperator(() -> terms.of(id(code), measure));
    }

    @Test
    void stars_give_what_their_measures_say_and_agreements_count_over_them() {
        assertThat(of("FOUR", Measure.PAYMENT_TERM))
                .returns(new BigDecimal("45"), Entitlement::figure)
                .returns(Source.TIER, Entitlement::source);
        assertThat(of("AGREED", Measure.PAYMENT_TERM))
                .returns(new BigDecimal("6E+1"), Entitlement::figure)
                .returns(Source.AGREED, Entitlement::source);
        assertThat(of("AGREED", Measure.CREDIT_LIMIT)).returns(8_000_0000L, Entitlement::amount);
        assertThat(of("AGREED", Measure.SERVICE_LEVEL)).returns("green", Entitlement::word);
    }

    @Test
    void what_is_not_known_is_not_set_and_says_why() {
        assertThat(of("FOUR", Measure.CREDIT_LIMIT))
                .returns(null, Entitlement::amount)
                .returns(
                        "terms.why.unset",
                        entitlement -> entitlement.explanation().key());
        assertThat(of("TWO", Measure.CREDIT_LIMIT))
                .returns(null, Entitlement::amount)
                .returns(
                        "terms.why.rebateUnknown",
                        entitlement -> entitlement.explanation().key());
        assertThat(of("HOLLOW", Measure.PAYMENT_TERM).explanation().key()).isEqualTo("terms.why.hollow");
        assertThat(of("NEW", Measure.PAYMENT_TERM).explanation().key()).isEqualTo("terms.why.unrated");
    }

    @Test
    void programs_read_what_an_account_is_entitled_to_and_why() throws Exception {
        program(cast.director(), "AGREED")
                .andExpect(jsonPath("$[?(@.measure == 'paymentTerm')].figure").value(60))
                .andExpect(jsonPath("$[?(@.measure == 'paymentTerm')].unit").value("days"))
                .andExpect(jsonPath("$[?(@.measure == 'creditLimit')].source").value("agreed"))
                .andExpect(jsonPath("$[?(@.measure == 'serviceLevel')].word").value("green"));
        program(cast.director(), "NEW")
                .andExpect(jsonPath("$[?(@.measure == 'paymentTerm')].source").value("notSet"))
                .andExpect(jsonPath("$[?(@.measure == 'paymentTerm' && @.figure == null)]")
                        .isNotEmpty())
                .andExpect(jsonPath("$[?(@.measure == 'paymentTerm')].why")
                        .value(texts.get(Locale.ENGLISH, "terms.why.unrated")));
        program(cast.viewer(), "AGREED").andExpect(status().isForbidden());
    }

    private ResultActions program(User user, String code) throws Exception {
        return web.perform(get("/api/v1/accounts/" + code + "/terms")
                .locale(Locale.ENGLISH)
                .header("Authorization", "Bearer " + cast.token(user)));
    }

    @Test
    void the_measures_tell_which_groups_a_limit_of_a_tier_binds() throws Exception {
        page(cast.director(), "/settings/measures")
                .andExpect(content()
                        .string(matchesPattern("(?s).*id=\"s2-limitRule-hint\">[^/]*One head office has these"
                                + " stars and no limit of their own.*")))
                .andExpect(content().string(not(matchesPattern("(?s).*id=\"s4-limitRule-hint\">[^/]*head office.*"))));
    }

    @Test
    void a_director_changes_the_measures_and_the_old_ones_stay() throws Exception {
        publish(cast.director(), 1, "s4-limitRule", "sales", "s4-limitFactor", "2", "s4-leadTime", "5")
                .andExpect(redirectedUrl("/settings/measures"));

        assertThat(of("FOUR", Measure.CREDIT_LIMIT))
                .returns(200_0000L, Entitlement::amount)
                .returns(
                        "terms.why.sales",
                        entitlement -> entitlement.explanation().key());
        assertThat(of("FOUR", Measure.LEAD_TIME).figure()).isEqualByComparingTo("5");
        page(cast.controller(), "/accounts/FOUR")
                .andExpect(content()
                        .string(matchesPattern("(?s).*<dt>Credit limit</dt><dd><span[^>]*>200 CNY</span> "
                                + "<a[^>]*href=\"/accounts/FOUR/terms\">measure of the tier</a>.*")));
        page(cast.director(), "/settings/measures")
                .andExpect(content().string(containsString("Version 2")))
                .andExpect(content().string(containsString("Times, where it follows rebate or sales")));
        publish(cast.director(), 1, "s4-leadTime", "6").andExpect(status().isConflict());
        publish(cast.director(), 2, "s4-limitRule", "unset", "s4-leadTime", "").andExpect(status().is3xxRedirection());
        publish(cast.controller(), 3, "s4-leadTime", "6").andExpect(status().isForbidden());
    }

    @Test
    void what_cannot_be_taken_is_said_at_its_field_and_nothing_is_stored() throws Exception {
        for (List<String> wrong : List.of(
                List.of("s4-paymentTerm", "-1"),
                List.of("s4-paymentTerm", "1.5"),
                List.of("s4-promotion", "101"),
                List.of("s4-guidance", "many"),
                List.of("s3-serviceLevel", "gold"),
                List.of("s2-limitRule", "fixed"),
                List.of("s1-rebateLadder", "x".repeat(61)))) {
            publish(cast.director(), 99, wrong.getFirst(), wrong.getLast())
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("is-invalid")));
        }
    }

    @Test
    void the_firm_chooses_what_counts_against_limits() throws Exception {
        web.perform(post("/settings/measures/exposure")
                        .param("reservationDays", "0")
                        .param("receivables", "true")
                        .param("revision", "0")
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is(422));
        web.perform(post("/settings/measures/exposure")
                        .param("reservationDays", "5")
                        .param("revision", "0")
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is(422));
        web.perform(post("/settings/measures/exposure")
                        .param("reservationDays", "5")
                        .param("receivables", "true")
                        .param("revision", "0")
                        .with(cast.signedIn(cast.director())))
                .andExpect(redirectedUrl("/settings/measures"));
        page(cast.controller(), "/accounts/AGREED/terms").andExpect(content().string(containsString("not counted")));
    }

    @Test
    void the_panel_shows_terms_with_their_source_in_every_language() throws Exception {
        page(cast.controller(), "/accounts/AGREED/terms")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("60 days")))
                .andExpect(content().string(containsString("Agreed, by the account file")))
                .andExpect(content().string(containsString("8,000 left of the credit limit")));
        web.perform(get("/accounts/AGREED/terms")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("信用额度还剩 8,000")));
        page(cast.controller(), "/accounts/AGREED")
                .andExpect(content().string(matchesPattern("(?s).*>8,000 CNY</span> <a[^>]*>agreed</a>.*")))
                .andExpect(content().string(matchesPattern("(?s).*>60 days</span> <a[^>]*>agreed</a>.*")));
        page(cast.viewer(), "/accounts/AGREED/terms").andExpect(status().isForbidden());
    }

    private ResultActions page(User reader, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(reader)));
    }

    private ResultActions publish(User user, int version, String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/settings/measures").with(cast.signedIn(user)).param("version", String.valueOf(version));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return web.perform(request);
    }
}
