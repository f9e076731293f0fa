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
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Green tea costs the same everywhere but in the north, black tea has a price there alone.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PriceRegionTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    PricedLines lines;

    @BeforeAll
    void prices_everywhere_and_in_the_north(@Autowired ImportDesk desk) throws Exception {
        TermsTestbed.bring(desk, Kind.PRODUCTS, "code,name,unit\nP1,Green tea,kg\nP2,Black tea,kg\n");
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,customer name,document,line,date,product,quantity,unit,price,amount,region
                ONE,First,NORTH,1,2026-11-12,P1,10,kg,11.5,115,North
                ONE,First,SOUTH,1,2026-11-12,P1,10,kg,11.5,115,South
                ONE,First,NORTH-2,1,2026-11-13,P1,10,kg,11.4,114,North
                ONE,First,NORTH-3,1,2026-11-12,P2,2,kg,20,40,North
                ONE,First,SOUTH-2,1,2026-11-12,P2,2,kg,30,60,South
                """);
        agree("P1", "12", "").andExpect(redirectedUrl("/accounts/ONE/prices"));
        agree("P1", "11.5", "North").andExpect(redirectedUrl("/accounts/ONE/prices"));
        agree("P2", "19", "North").andExpect(redirectedUrl("/accounts/ONE/prices"));
    }

    private ResultActions agree(String product, String price, String region) throws Exception {
        return web.perform(post("/accounts/ONE/prices")
                .param("product", product)
                .param("price", price)
                .param("region", region)
                .param("currency", "CNY")
                .param("from", "2026-11-11")
                .param("reason", "Yearly contract")
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(cast.controller())));
    }

    private ResultActions lookedUp(String product, String region) throws Exception {
        return web.perform(get("/api/v1/accounts/ONE/prices")
                .param("product", product)
                .param("region", region)
                .header("Authorization", "Bearer " + cast.token(cast.director())));
    }

    @Test
    void the_order_system_gets_the_price_of_the_region_before_the_one_for_everywhere() throws Exception {
        lookedUp("P1", "North")
                .andExpect(jsonPath("$.price").value(11.5))
                .andExpect(jsonPath("$.region").value("North"));
        for (String elsewhere : List.of("South", "")) {
            lookedUp("P1", elsewhere)
                    .andExpect(jsonPath("$.price").value(12))
                    .andExpect(jsonPath("$.region").value(""));
        }
        lookedUp("P2", "North").andExpect(jsonPath("$.price").value(19));
        for (String elsewhere : List.of("South", "")) {
            lookedUp("P2", elsewhere)
                    .andExpect(jsonPath("$.price").value(nullValue()))
                    .andExpect(jsonPath("$.noFloor").value("noAgreement"));
        }
    }

    @Test
    void lines_are_held_against_the_price_of_their_own_region() {
        List<PricedLine> found = Acting.asOperator(
                () -> lines.of(accounts.byCode("ONE").orElseThrow().id()));

        assertThat(found)
                .filteredOn(line -> line.document().equals("SOUTH"))
                .singleElement()
                .satisfies(south -> {
                    assertThat(south.agreed()).isEqualTo(12_0000L);
                    assertThat(south.difference()).isEqualTo(-5_0000L);
                });
        assertThat(found)
                .filteredOn(line -> line.document().equals("NORTH-2"))
                .singleElement()
                .satisfies(north -> {
                    assertThat(north.agreed()).isEqualTo(11_5000L);
                    assertThat(north.difference()).isEqualTo(-1_0000L);
                });
        assertThat(found)
                .as("as agreed in the north, and without a price in the south")
                .extracting(PricedLine::document)
                .containsExactlyInAnyOrder("SOUTH", "NORTH-2", "NORTH-3");
    }

    @Test
    void of_one_place_there_is_one_price() throws Exception {
        for (String place : List.of("North", "")) {
            agree("P1", "13", place)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("another price of the same goods")));
        }
        agree("P1", "13", "Atlantis")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Atlantis")));
    }
}
