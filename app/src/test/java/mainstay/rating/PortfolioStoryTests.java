package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.portfolio.value.Values;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A small firm: one dealer carries it, one eats profit, one fell silent, one pays late.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortfolioStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ImportDesk desk;

    @Autowired
    Ratings ratings;

    @Autowired
    KeyAccounts keyAccounts;

    @Autowired
    KeySentences sentences;

    @BeforeAll
    void import_two_years_of_sales(@TempDir Path files) throws IOException {
        StringBuilder sales =
                new StringBuilder("customer,customerName,document,date,product,quantity,amount,cost,region\n");
        for (int month = 0; month < 24; month++) {
            String day = "%d-%02d-15".formatted(2024 + month / 12, month % 12 + 1);
            line(sales, "D1", "Donghai Trading", day, "P" + month % 7, 900, 500);
            line(sales, "D2", "Xinyuan", day, "P1", month < 12 ? 100 : 125, 90);
            line(sales, "D3", "Lossy", day, "P2", 60, 75);
            if (month < 20) {
                line(sales, "D4", "Silent", day, "P3", 80, 40);
            }
        }
        take(files, Kind.SALES, sales.toString());
        take(files, Kind.RECEIVABLES, """
                number,customer,issued,due,amount
                R1,D1,2025-10-01,2025-10-31,900
                R2,D2,2025-09-01,2025-10-01,500
                R3,D1,2025-11-01,2025-12-01,900
                """);
        take(files, Kind.PAYMENTS, """
                invoice,customer,date,amount
                R1,D1,2025-10-20,900
                R3,D1,2025-11-20,900
                """);
        ratings.ensureCurrent();
    }

    private static void line(
            StringBuilder sales, String code, String name, String day, String product, int amount, int cost) {
        sales.append("%s,%s,%s-%s,%s,%s,1,%d,%d,North%n".formatted(code, name, code, day, day, product, amount, cost));
    }

    private void take(Path files, Kind kind, String text) throws IOException {
        Path file = Files.writeString(files.resolve(kind.name().toLowerCase(Locale.ROOT) + ".csv"), text);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
        assertThat(report.status()).as(report.problems().toString()).isEqualTo(ImportReport.Status.DONE);
    }

    @Test
    @Order(1)
    void a_fresh_import_names_a_provisional_key_account_and_what_to_find_out() throws Exception {
        web.perform(get("/api/v1/key-accounts").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].code").value("D1"))
                .andExpect(jsonPath("$[0].status").value("provisional"))
                .andExpect(jsonPath("$[0].openLegs[0]").value("philosophy"))
                .andExpect(jsonPath("$[0].sentence").value(containsString("business philosophy not assessed")));
    }

    @Test
    @Order(2)
    void words_on_key_accounts_count_the_open_legs_and_name_what_fails() throws Exception {
        web.perform(get("/portfolio").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Provisional key accounts (")))
                .andExpect(content().string(containsString("One leg is open.")));
        web.perform(get("/today").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("provisionally a key account, one leg is open")));
        KeyAccount miss = keyAccount(KeyStatus.NEAR_MISS, Leg.FAIL, Leg.OPEN, Leg.OPEN);
        assertThat(Acting.asOperator(() -> sentences.reasons(miss, Locale.ENGLISH)))
                .isEqualTo("One leg fails: only 0.90 % of sales, place 9. "
                        + "Open: payment behaviour unknown; business philosophy not assessed.");
        KeyAccount both = keyAccount(KeyStatus.PROVISIONAL, Leg.PASS, Leg.OPEN, Leg.OPEN);
        assertThat(Acting.asOperator(() -> sentences.reasons(both, Locale.SIMPLIFIED_CHINESE)))
                .endsWith("还有 2 项未知。");
    }

    private static KeyAccount keyAccount(KeyStatus status, Leg share, Leg credit, Leg philosophy) {
        return new KeyAccount(
                "K",
                "K",
                null,
                null,
                status,
                share,
                credit,
                philosophy,
                9,
                0.009,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "",
                null);
    }

    @Test
    @Order(2)
    void the_page_answers_with_sentences_and_money() throws Exception {
        web.perform(get("/portfolio").with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Donghai Trading")))
                .andExpect(content().string(containsString("1 accounts lose money")))
                .andExpect(content().string(containsString("Sold for no more than it costs")))
                .andExpect(content().string(containsString("Sales are not concentrated on a circle of key accounts")))
                .andExpect(content().string(containsString("hang on 2 accounts of 4, with 90 %")))
                .andExpect(content().string(not(containsString("since 2025-"))))
                .andExpect(content().string(containsString("days without a purchase, up to")))
                .andExpect(content().string(containsString("500 overdue")));
    }

    @Test
    @Order(3)
    void the_page_speaks_chinese() throws Exception {
        web.perform(get("/portfolio").locale(Locale.TRADITIONAL_CHINESE).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("虧損客戶")));
        web.perform(get("/portfolio").locale(Locale.SIMPLIFIED_CHINESE).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("暂定")));
    }

    @Test
    @Order(4)
    void the_curves_come_as_data() throws Exception {
        web.perform(get("/portfolio/curves").with(cast.signedIn(cast.director())))
                .andExpect(jsonPath("$[0].kind").value("pareto"))
                .andExpect(jsonPath("$[0].lines[0].points[0][1]").value(0.0))
                .andExpect(jsonPath("$[1].kind").value("whale"));
    }

    @Test
    @Order(5)
    void groups_gross_and_billed_are_one_address_away() throws Exception {
        web.perform(get("/portfolio?group=true&view=gross&by=billed&asOf=2025-06-30")
                        .with(cast.signedIn(cast.controller())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"2025-06-30\"")));
        web.perform(get("/portfolio?by=nobody").with(cast.signedIn(cast.controller())))
                .andExpect(status().is4xxClientError());
    }

    @Test
    @Order(6)
    void somebody_without_reach_sees_no_figure_of_the_firm() throws Exception {
        web.perform(get("/portfolio").with(cast.signedIn(cast.viewer())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your accounts")))
                .andExpect(content().string(not(containsString("Donghai"))));
    }

    @Test
    @Order(7)
    void the_account_page_opens_from_stars_to_figures() throws Exception {
        User director = cast.director();
        web.perform(get("/accounts/D1/rating").with(cast.signedIn(director)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Why these stars")))
                .andExpect(content().string(containsString("Nobody has assessed it")))
                .andExpect(content().string(containsString("Why it moved since")));
        web.perform(get("/accounts/D1/business").with(cast.signedIn(director)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Revenue by month")));
        web.perform(get("/accounts/D1/business/sales/chart").with(cast.signedIn(director)))
                .andExpect(jsonPath("$[0].values.length()").value(12));
        web.perform(get("/accounts").with(cast.signedIn(director)))
                .andExpect(content().string(containsString("★")));
    }

    @Test
    @Order(8)
    void hollow_stars_stand_last_whichever_way_the_list_is_sorted() throws Exception {
        for (String sort : List.of("stars", "-stars")) {
            String page = web.perform(get("/accounts").param("sort", sort).with(cast.signedIn(cast.director())))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page.indexOf("Xinyuan")).as(sort).isBetween(0, page.indexOf("Lossy"));
            assertThat(page.indexOf("Donghai")).as(sort).isBetween(0, page.indexOf("Lossy"));
        }
    }

    @Test
    @Order(8)
    void value_and_profit_tell_hollow_stars_from_solid_ones_as_the_rating_does(@Autowired Values values)
            throws Exception {
        assertThat(values.ensureCurrent()).isTrue();

        assertThat(page("/profit?by=tier"))
                .containsPattern("\\d stars?, hollow")
                .doesNotContain("Not named");
        assertThat(page("/value?by=stars")).contains("<bdi>☆").contains("<bdi>★");
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @Order(9)
    void an_assessment_closes_the_open_leg() throws Exception {
        web.perform(post("/accounts/D1/assessments")
                        .param("criterion", "philosophy")
                        .param("mark", "4")
                        .param("evidence", "Reads the market report with us every quarter.")
                        .param("assessedOn", "2026-11-10")
                        .with(cast.signedIn(cast.director())))
                .andExpect(redirectedUrl("/accounts/D1/rating"));
        assertThat(ratings.ensureCurrent()).isTrue();

        assertThat(Acting.asOperator(() -> keyAccounts.key(false))
                        .getFirst()
                        .status()
                        .code())
                .isEqualTo("key");
    }

    @Test
    @Order(10)
    void an_assessment_rests_on_something() throws Exception {
        web.perform(post("/accounts/D1/assessments")
                        .param("criterion", "philosophy")
                        .param("mark", "9")
                        .param("evidence", " ")
                        .param("assessedOn", "2026-11-10")
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is4xxClientError());
    }

    @Test
    @Order(10)
    void an_assessment_is_of_a_day_that_was_and_says_what_can_be_read() throws Exception {
        for (String day : List.of("2099-01-01", "1989-12-31")) {
            assess(day, "seen").andExpect(status().isUnprocessableContent());
        }
        assess("0001-01-01", "seen").andExpect(status().isBadRequest());
        assess("2026-11-10", "x".repeat(2001))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("at most 2,000 characters")));
    }

    @Test
    @Order(11)
    void an_assessment_stands_on_the_timeline_and_under_the_name_of_who_made_it() throws Exception {
        web.perform(get("/accounts/D1/timeline").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("4 of 5.")));
        web.perform(get("/accounts/D1/rating").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString(">王总</td>")));
    }

    private ResultActions assess(String day, String evidence) throws Exception {
        return web.perform(post("/accounts/D1/assessments")
                .param("criterion", "philosophy")
                .param("mark", "4")
                .param("evidence", evidence)
                .param("assessedOn", day)
                .with(cast.signedIn(cast.director())));
    }
}
