package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.accounts.AccountCard;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A director notes what holds a customer, values it anew, and ends it; the example of
/// docs/definitions/switching-barriers.md.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BarrierStoryTests {
    private static final String PANEL = "/accounts/ACME/barriers";
    private static final String API = "/api/v1/accounts/ACME/barriers";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    BarrierDesk desk;

    @Autowired
    Portfolio portfolio;

    @BeforeAll
    void open(@Autowired ImportDesk imports) {
        SmallFiles.bring(imports, Kind.SALES, "customer,document,date,amount\nACME,A,2026-01-01,10\n");
    }

    private ResultActions note(User user, String side, String kind, String amount, String note) throws Exception {
        return note(user, side, kind, amount, note, "2026-11-01", "");
    }

    private ResultActions note(
            User user, String side, String kind, String amount, String note, String day, String ended)
            throws Exception {
        return web.perform(post(PANEL)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user))
                .param("side", side)
                .param("kind", kind)
                .param("amount", amount)
                .param("confirmed", kind.equals("contract") ? "true" : "false")
                .param("note", note)
                .param("knownOn", day)
                .param("ended", ended));
    }

    private ResultActions look() throws Exception {
        return web.perform(get(PANEL).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())));
    }

    @Test
    @Order(1)
    void barriers_add_up_on_each_side() throws Exception {
        note(cast.director(), "ours", "contract", "30000", "Penalty until 2027").andExpect(redirectedUrl(PANEL));
        note(cast.director(), "ours", "training", "12000", "Forty people trained");
        note(cast.director(), "theirs", "stock", "8000", "Consignment stock of a competitor");
        note(cast.director(), "theirs", "relation", "", "Brother of the owner");

        look().andExpect(content()
                        .string(containsString("Leaving us would cost 42,000 CNY, of which 30,000 is confirmed")))
                .andExpect(content()
                        .string(containsString("Leaving competitors would cost 8,000 CNY, of which 0 is confirmed")))
                .andExpect(content().string(containsString("Not valued")));
    }

    @Test
    @Order(2)
    void a_new_value_counts_and_the_old_one_stays_in_the_history() throws Exception {
        note(cast.director(), "ours", "training", "5000", "Half of them left");

        look().andExpect(content().string(containsString("2026 王总</span>")))
                .andExpect(content().string(not(containsString("wang</"))))
                .andExpect(content().string(containsString("Leaving us would cost 35,000")))
                .andExpect(content().string(containsString("Forty people trained")))
                .andExpect(content().string(containsString("All that was noted (5)")));
        web.perform(get("/accounts/ACME/timeline").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Switching barrier noted: Ours, Training (5,000 CNY).")));
    }

    @Test
    @Order(3)
    void what_ended_does_not_count() throws Exception {
        note(cast.director(), "ours", "contract", "", "Ended early", "2026-11-02", "true");

        look().andExpect(content().string(containsString("Leaving us would cost 5,000")));
    }

    @Test
    @Order(4)
    void what_makes_no_sense_is_refused_beside_its_field_and_nothing_typed_is_lost() throws Exception {
        note(cast.director(), "ours", "stock", "-5", "kept words")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The cost is a number from 0")))
                .andExpect(content().string(containsString("kept words")));
        for (String amount : new String[] {"NaN", "1e99", "100000000001", "1.00001", "abc"}) {
            note(cast.director(), "ours", "stock", amount, "x").andExpect(status().isUnprocessableContent());
        }
        note(cast.director(), "mine", "stock", "1", "x").andExpect(status().isUnprocessableContent());
        note(cast.director(), "ours", "magic", "1", "x").andExpect(status().isUnprocessableContent());
        note(cast.director(), "ours", "stock", "1", "  ").andExpect(status().isUnprocessableContent());
        note(cast.director(), "ours", "stock", "1", "x", "2027-01-01", "").andExpect(status().isUnprocessableContent());
        note(cast.director(), "ours", "stock", "1", "x", "soon", "").andExpect(status().isUnprocessableContent());
    }

    @Test
    @Order(5)
    void a_script_in_a_note_stays_text() throws Exception {
        note(cast.director(), "theirs", "training", "1", "<script>alert(1)</script>")
                .andExpect(redirectedUrl(PANEL));

        look().andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert")));
    }

    @Test
    @Order(6)
    void whoever_keeps_accounts_writes_them_and_nobody_below_business_reads_them() throws Exception {
        for (User keeper : new User[] {cast.administrator(), cast.controller()}) {
            web.perform(get(PANEL).with(cast.signedIn(keeper)))
                    .andExpect(content().string(containsString("id=\"barrier-note\"")));
            note(keeper, "ours", "stock", "1", "Seen by " + keeper.name()).andExpect(redirectedUrl(PANEL));
        }
        for (User other : new User[] {cast.viewer(), cast.agent()}) {
            web.perform(get(PANEL).with(cast.signedIn(other))).andExpect(status().isForbidden());
            note(other, "ours", "stock", "1", "x").andExpect(status().isForbidden());
        }
        note(cast.keyAccountManager(), "ours", "stock", "1", "x").andExpect(status().isNotFound());
    }

    @Test
    @Order(7)
    void the_database_itself_keeps_them_from_who_may_not_see_them() {
        assertThat(seenBy(cast.director())).isPositive();
        assertThat(seenBy(cast.controller())).isPositive();
        assertThat(seenBy(cast.viewer())).isZero();
        assertThat(seenBy(cast.keyAccountManager())).isZero();
    }

    private ResultActions ask(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + cast.token(user))
                .locale(Locale.ENGLISH)
                .contentType(MediaType.APPLICATION_JSON));
    }

    @Test
    @Order(8)
    void programs_read_them_and_note_one() throws Exception {
        ask(cast.director(), post(API).content("""
                        {"side": "theirs", "kind": "price_ladder", "amount": 1250.5, "confirmed": true,
                         "note": "Bonus of the year", "knownOn": "2026-11-03"}
                        """))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.theirs.confirmed").value(1250.5));
        ask(cast.controller(), get(API))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value("ACME"))
                .andExpect(jsonPath("$.ours.sum").value(5001))
                .andExpect(jsonPath("$.theirs.standing[?(@.kind == 'relation')].amount")
                        .value(Matchers.contains(Matchers.nullValue())))
                .andExpect(jsonPath("$.history[0].note").value("Bonus of the year"));
    }

    @Test
    @Order(9)
    void programs_are_refused_like_people() throws Exception {
        ask(cast.director(), post(API).content("{\"side\": \"ours\", \"kind\": \"moon\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("kind (contract, integration,")))
                .andExpect(jsonPath("$.detail").value(containsString("knownOn: The day lies between")))
                .andExpect(jsonPath("$.detail").value(containsString("note: Say what it is")))
                .andExpect(jsonPath("$.type").value(containsString("invalid")));
        ask(cast.director(), post(API).content("""
                        {"side": "ours", "kind": "stock", "amount": 1e99999999, "note": "x", "knownOn": "2026-11-03"}
                        """)).andExpect(status().is4xxClientError());
        ask(cast.viewer(), get(API)).andExpect(status().isForbidden());
        ask(cast.viewer(), post(API).content("{}")).andExpect(status().isForbidden());
        ask(cast.keyAccountManager(), get(API)).andExpect(status().isNotFound());
        ask(cast.director(), get("/api/v1/accounts/NOBODY/barriers")).andExpect(status().isNotFound());
    }

    private long seenBy(User user) {
        long id = Acting.asOperator(() -> portfolio.accounting(PortfolioQuery.DEFAULT))
                .orElseThrow()
                .totals()
                .getFirst()
                .account();
        AccountCard card = new AccountCard(
                id, "ACME", "ACME", id, null, null, null, null, null, null, null, null, null, null, null);
        return cast.as(user, () -> desk.view(card).history().size());
    }
}
