package mainstay.terms.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approval;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.shared.web.Flash;
import mainstay.terms.Ended;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Prices are agreed, held against the floor, and looked up by the order system.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PriceStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    PricedLines lines;

    @Autowired
    PriceAgreements prices;

    @Autowired
    Grants grants;

    private User manager;

    @BeforeAll
    void a_small_ledger(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.PRODUCTS, """
                code,name,category,floor price,unit,floor from,floor to
                P1,Green tea,tea,10,kg,,
                P2,Black tea,tea,,kg,,
                P4,White tea,tea,30,kg,2027-01-01,2027-06-30
                """);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,customer name,document,line,date,product,quantity,unit,price,amount
                ONE,First,1,1,2026-11-10,P1,5,kg,12,60
                ONE,First,2,1,2026-11-12,P1,10,kg,12,120
                ONE,First,3,1,2026-11-13,P1,10,kg,11.5,115
                ONE,First,4,1,2026-11-13,P2,4,kg,20,80
                HEAD,Head,5,1,2026-11-13,P2,1,kg,20,20
                SON,Son,6,1,2026-11-13,P2,1,kg,20,20
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,parent,holding\nSON,Son,HEAD,80\n");
        manager = cast.keyAccountManager();
        cast.director();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(id("ONE"), manager.id()), Level.FULL);
            return null;
        });
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private static MockHttpServletRequestBuilder price(String code, String product, String price, String from) {
        return post("/accounts/{code}/prices", code)
                .param("product", product)
                .param("price", price)
                .param("currency", "CNY")
                .param("from", from)
                .param("reason", "Yearly contract");
    }

    private ResultActions lookedUp(String code, String product) throws Exception {
        return web.perform(get("/api/v1/accounts/{code}/prices", code)
                .param("product", product)
                .locale(Locale.ENGLISH)
                .header("Authorization", "Bearer " + cast.token(cast.director())));
    }

    private static ResultMatcher said(String key) {
        return result -> assertThat(result.getFlashMap().get("flash"))
                .isInstanceOfSatisfying(
                        Flash.class, flash -> assertThat(flash.key()).isEqualTo(key));
    }

    @Test
    void at_the_floor_it_holds_at_once_and_lines_are_held_against_it() throws Exception {
        send(manager, price("ONE", "P1", "12", "2026-11-11"))
                .andExpect(redirectedUrl("/accounts/ONE/prices"))
                .andExpect(said("price.holds"));

        lookedUp("ONE", "P1")
                .andExpect(jsonPath("$.price").value(12))
                .andExpect(jsonPath("$.floor").value(10))
                .andExpect(jsonPath("$.noFloor").value(nullValue()));
        lookedUp("ONE", "P3")
                .andExpect(jsonPath("$.price").value(nullValue()))
                .andExpect(jsonPath("$.noFloor").value("noAgreement"));
        List<PricedLine> found = Acting.asOperator(() -> lines.of(id("ONE"))).stream()
                .filter(line -> line.product().equals("P1"))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().document()).isEqualTo("3");
        assertThat(found.getFirst().difference()).isEqualTo(-5_0000L);
        send(manager, price("ONE", "P1", "13", "2026-12-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("another price of the same goods")));
    }

    @Test
    void below_the_floor_it_holds_once_the_exception_is_approved() throws Exception {
        send(manager, price("HEAD", "P1", "9", "2026-11-11")).andExpect(status().is4xxClientError());
        send(cast.controller(), price("HEAD", "P1", "9", "2026-11-11").param("wholeGroup", "true"))
                .andExpect(redirectedUrl("/accounts/HEAD/prices"))
                .andExpect(said("price.waits"));
        lookedUp("SON", "P1").andExpect(jsonPath("$.price").value(nullValue()));
        Approval asked =
                Acting.asOperator(() -> approvals.ofAccount(id("HEAD"), 1)).getFirst();
        assertThat(asked.kind()).isEqualTo("price-exception");
        send(
                        cast.director(),
                        post(asked.path() + "/decisions")
                                .param("decision", "granted")
                                .param("remark", "once"))
                .andExpect(status().is3xxRedirection());

        lookedUp("SON", "P1")
                .andExpect(jsonPath("$.price").value(9))
                .andExpect(jsonPath("$.wholeGroup").value(true));
        send(cast.controller(), price("SON", "P1", "11", "2027-01-01")).andExpect(status().isUnprocessableContent());
        send(cast.director(), get("/accounts/SON/prices")).andExpect(content().string(containsString("Whole group")));
    }

    @Test
    void a_floor_that_begins_within_the_days_of_a_price_makes_it_an_exception() throws Exception {
        send(manager, price("ONE", "P4", "29", "2026-11-20").param("until", "2026-12-31"))
                .andExpect(said("price.holds"));
        send(manager, price("ONE", "P4", "29", "2027-07-01").param("until", "2027-12-31"))
                .andExpect(said("price.holds"));

        send(manager, price("ONE", "P4", "29", "2027-01-01").param("until", "2027-06-30"))
                .andExpect(said("price.waits"));
    }

    @Test
    void a_price_without_an_end_is_held_against_floors_to_come() throws Exception {
        send(cast.controller(), price("HEAD", "P4", "29", "2026-11-20")).andExpect(said("price.waits"));
    }

    @Test
    void a_discount_is_off_the_price_of_the_lines_and_always_approved() throws Exception {
        send(
                        cast.controller(),
                        post("/accounts/ONE/prices")
                                .param("category", "tea")
                                .param("discount", "10")
                                .param("currency", "CNY")
                                .param("from", "2026-11-13")
                                .param("reason", "Promotion"))
                .andExpect(redirectedUrl("/accounts/ONE/prices"));
        lookedUp("ONE", "P2").andExpect(jsonPath("$.discount").value(nullValue()));
        Approval asked =
                Acting.asOperator(() -> approvals.ofAccount(id("ONE"), 1)).getFirst();
        send(
                cast.director(),
                post(asked.path() + "/decisions").param("decision", "granted").param("remark", "fine"));

        lookedUp("ONE", "P2").andExpect(jsonPath("$.discount").value(0.1));
        assertThat(Acting.asOperator(() -> lines.of(id("ONE"))))
                .filteredOn(line -> line.product().equals("P2"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.agreed()).isEqualTo(18_0000L);
                    assertThat(line.difference()).isEqualTo(8_0000L);
                });
    }

    @Test
    void what_makes_no_sense_is_said_at_its_field() throws Exception {
        send(
                        cast.controller(),
                        post("/accounts/ONE/prices")
                                .param("product", "P1")
                                .param("category", "tea")
                                .param("price", "0")
                                .param("currency", "yuan")
                                .param("from", "2027-02-01")
                                .param("until", "2027-01-01")
                                .param("reason", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Either a product or a category")))
                .andExpect(content().string(containsString("A price above 0")))
                .andExpect(content().string(containsString("Three capital letters")))
                .andExpect(content().string(containsString("It would end before it starts")));
        send(cast.controller(), price("ONE", "NONE", "5", "2027-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The ledger has no product NONE")));
        lookedUp("ONE", "").andExpect(status().isUnprocessableContent());
        send(cast.viewer(), get("/accounts/ONE/prices")).andExpect(status().isForbidden());
    }

    @Test
    void a_price_for_what_nobody_knows_is_refused_with_what_is_known() throws Exception {
        send(
                        cast.controller(),
                        post("/accounts/SON/prices")
                                .param("product", "P2")
                                .param("price", "20")
                                .param("currency", "USD")
                                .param("unit", "barrel")
                                .param("region", "Atlantis")
                                .param("from", "2026-11-20")
                                .param("reason", "Yearly contract"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("no rates of exchange for USD. Known are: CNY")))
                .andExpect(content().string(containsString("state a unit barrel. Known are: kg")))
                .andExpect(content().string(containsString("No region is known yet, so Atlantis")));
    }

    @Test
    void what_is_unknown_is_told_together_with_everything_else_that_is_wrong() throws Exception {
        send(
                        cast.controller(),
                        price("ONE", "NONE", "much", "yesterday")
                                .param("unit", "barrel")
                                .param("region", "Atlantis"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A price above 0")))
                .andExpect(content().string(containsString("A day that there is, between 2000")))
                .andExpect(content().string(containsString("The ledger has no product NONE")))
                .andExpect(content().string(containsString("state a unit barrel")))
                .andExpect(content().string(containsString("Atlantis")));
    }

    @Test
    void a_price_ends_for_a_reason() throws Exception {
        send(cast.controller(), price("ONE", "P2", "19", "2027-03-01")).andExpect(said("price.holds"));
        PriceAgreement open = Acting.asOperator(() -> prices.of(id("ONE"))).getFirst();
        assertThat(open.until()).as("until somebody ends it").isNull();
        long kept = open.id();
        MockHttpServletRequestBuilder end = post("/accounts/ONE/prices/{id}/end", kept);
        send(cast.controller(), end)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A reason of at most")));

        send(cast.controller(), end.param("reason", "Tea became dear"))
                .andExpect(redirectedUrl("/accounts/ONE/prices"));

        assertThat(Acting.asOperator(() -> prices.of(id("ONE"))).getFirst().ended())
                .extracting(Ended::reason)
                .isEqualTo("Tea became dear");
        assertThat(Acting.asOperator(() -> prices.of(id("ONE"))).getFirst().until())
                .as("the last day shown, where none was agreed")
                .isEqualTo("2027-03-01");
        send(cast.controller(), get("/accounts/ONE/timeline"))
                .andExpect(content().string(containsString("(Price agreements): Tea became dear")));
    }

    @Test
    void a_currency_that_lines_are_in_needs_no_rate(@Autowired ImportDesk desk) throws Exception {
        MockHttpServletRequestBuilder wish = post("/accounts/ABROAD/prices")
                .param("product", "P2")
                .param("price", "18")
                .param("currency", "CHF")
                .param("from", "2026-11-01")
                .param("reason", "Yearly contract");
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name\nABROAD,Abroad\n");
        send(cast.controller(), wish).andExpect(status().isUnprocessableContent());
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,line,date,product,quantity,unit,price,amount,currency
                ABROAD,C1,1,2026-11-10,P2,2,kg,20,40,CHF
                """);

        send(cast.controller(), wish).andExpect(redirectedUrl("/accounts/ABROAD/prices"));
    }

    @Test
    void a_price_without_a_floor_says_why() throws Exception {
        send(cast.controller(), price("SON", "P2", "21", "2026-11-16")).andExpect(status().is3xxRedirection());
        lookedUp("SON", "P2")
                .andExpect(jsonPath("$.price").value(21))
                .andExpect(jsonPath("$.floor").value(nullValue()))
                .andExpect(jsonPath("$.noFloor").value("noFloorPrice"));
    }
}
