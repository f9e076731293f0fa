package mainstay.portfolio.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// From a figure to the lines of an invoice, in pages, files and charts.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void import_sales(@Autowired ImportDesk desk, @TempDir Path files) throws IOException {
        Path file = Files.writeString(files.resolve("sales.csv"), """
                customer,customerName,document,line,kind,date,product,productName,category,region,quantity,price,amount,cost
                T1,Tea House,I0,1,invoice,2024-11-05,P1,Oolong,Tea,North,10,80,800,500
                T1,Tea House,I1,1,invoice,2025-11-05,P1,Oolong,Tea,North,10,100,1000,600
                T1,Tea House,I1,2,invoice,2025-11-05,P2,Arabica,Coffee,North,5,50,250,
                T1,Tea House,C2,1,credit,2025-11-10,P1,Oolong,Tea,North,-2,100,-200,-120
                E1,"=HYPERLINK(""x"")",I3,1,invoice,2025-10-01,P3,=1+1,Tea,,1,40,40,30
                ,,I4,1,invoice,2025-10-02,P3,=1+1,Tea,South,1,70,70,30
                """);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        assertThat(report.status()).as(report.problems().toString()).isEqualTo(ImportReport.Status.DONE);
    }

    private ResultActions ask(String address, User user) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(String address) throws Exception {
        return ask(address, cast.director())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_figure_shows_how_it_came_about_and_leads_on() throws Exception {
        assertThat(page("/accounts/T1/business/sales?period=2025-11&cut=category"))
                .contains("November 2025 so far")
                .contains("Gross 1,250 less returns 200 is 1,050, from 3 lines of 2 orders.")
                .contains("year before: 800 (+250, +31.3 %)")
                .contains("Revenue with known cost 800 less cost 480 is 320")
                .contains("The cost is known for 76.2 % of the revenue.")
                .contains("/definitions/gross-margin")
                .contains("Tea leads: Revenue 800, 76.2 % of the whole")
                .contains("category=Tea");
    }

    @Test
    void an_order_with_two_categories_counts_in_both_and_once_in_all() throws Exception {
        String file = download("/accounts/T1/business/sales/table?period=2025-11&cut=category&measure=orders");

        assertThat(file).contains("Tea,800,800,200,320,800,2,8,2").contains("Coffee,250,0,0,,0,1,5,1");
        assertThat(page("/accounts/T1/business/sales?period=2025-11&cut=category&measure=orders"))
                .contains("2 invoices and credit notes with 3 lines; on average 525 each.")
                .contains("Sum of the quantities of 3 lines");
    }

    @Test
    void the_way_down_ends_at_lines_and_their_place_in_the_file() throws Exception {
        assertThat(page("/portfolio/sales?period=2025-11&category=Tea&cut=document&measure=returns"))
                .contains(">C2</a>")
                .doesNotContain(">I1</a>");
        assertThat(page("/portfolio/sales?period=2025-11&category=Tea&cut=line"))
                .contains("Oolong", "credit note", "1,000.00", "/imports/1", "line 3")
                .doesNotContain("Arabica");
    }

    @Test
    void where_the_ledger_does_not_reach_there_is_nothing_to_compare_with() throws Exception {
        assertThat(page("/portfolio/sales?period=2024-11"))
                .contains("the ledger does not reach back that far", "year before: not in the ledger")
                .doesNotContain("∞", "NaN", "year before: 0");
    }

    @Test
    void lines_without_a_customer_are_taken_apart_on_their_own() throws Exception {
        assertThat(page("/portfolio/sales?customer=none&cut=line"))
                .contains(">I4</a>", "70.00")
                .doesNotContain(">I1</a>");
    }

    @Test
    void what_has_no_name_can_be_opened_too() throws Exception {
        assertThat(page("/portfolio/sales?region=&cut=line")).contains("Region: <bdi>not named</bdi>", "I3");
    }

    @Test
    void a_file_holds_the_whole_table_and_runs_nothing() throws Exception {
        String file = download("/portfolio/sales/table?cut=line");

        assertThat(file.lines()).hasSize(5);
        assertThat(file)
                .contains("'=1+1")
                .contains("'=HYPERLINK")
                .contains(",-200,")
                .doesNotContain("'-200");
    }

    private String download(String address) throws Exception {
        return ask(address, cast.director())
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_chart_gets_the_same_parts() throws Exception {
        ask("/portfolio/sales/chart?period=2025-11&cut=category", cast.director())
                .andExpect(jsonPath("$[0].kind").value("bars"))
                .andExpect(jsonPath("$[0].categories[0]").value("Tea"))
                .andExpect(jsonPath("$[0].values[0]").value(800.0))
                .andExpect(jsonPath("$[0].before[0]").value(800.0));
    }

    @Test
    void everybody_sees_their_own_sales_only() throws Exception {
        assertThat(page("/portfolio/sales?cut=line")).contains(">I1</a>", "Oolong");
        assertThat(ask("/portfolio/sales?cut=line", cast.keyAccountManager())
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(">I1</a>", "Oolong");
        ask("/accounts/T1/business/sales", cast.keyAccountManager()).andExpect(status().isNotFound());
        ask("/accounts/T1/business/sales/table", cast.viewer()).andExpect(status().isForbidden());
        assertThat(ask("/portfolio/sales?document=1", cast.viewer())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(">I0</a>", ">I1</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-13-45",
                "to=gestern",
                "asOf=gestern",
                "from=2025-12-01&to=2025-01-01",
                "period=moon",
                "period=moon&compare=apples"
            })
    void days_that_cannot_be_taken_are_said_at_the_picker_and_in_no_file_or_chart(String days) throws Exception {
        for (String address : List.of(
                "/portfolio", "/portfolio/sales", "/accounts/T1/business", "/accounts/T1/business/sales", "/quality")) {
            ask(address + "?" + days, cast.director())
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("id=\"period-wrong\"")))
                    .andExpect(content().string(containsString("Shown instead: Last 12 months.")));
        }
        for (String address : List.of(
                "/portfolio/curves",
                "/portfolio/curves/whale",
                "/portfolio/sales/table",
                "/portfolio/sales/chart",
                "/accounts/T1/business/sales/table",
                "/accounts/T1/business/sales/chart")) {
            ask(address + "?" + days, cast.director()).andExpect(status().isUnprocessableContent());
        }
        web.perform(get("/api/v1/data-quality?" + days)
                        .header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:mainstay:problem:invalid"));
    }

    @Test
    void days_stay_where_only_the_comparison_cannot_be_taken() throws Exception {
        for (String address :
                List.of("/portfolio", "/portfolio/sales", "/accounts/T1/business", "/accounts/T1/business/sales")) {
            assertThat(ask(address + "?from=2025-05-01&to=2025-05-31&compare=apples", cast.director())
                            .andExpect(status().isUnprocessableContent())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("value=\"2025-05-01\"", "value=\"2025-05-31\"", "not with apples.</strong>")
                    .contains("Shown instead: the same days a year before.")
                    .containsOnlyOnce("id=\"period-wrong\"")
                    .doesNotContain("aria-invalid", "compare=apples");
        }
        ask("/portfolio/sales/table?from=2025-05-01&to=2025-05-31&compare=apples", cast.director())
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void the_picker_quotes_what_it_did_not_understand_in_the_readers_language() throws Exception {
        assertThat(ask("/portfolio/sales?from=gestern", cast.director())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("“gestern” is not a day. Write days like 2026-11-17, between 1900 and 2200.");
        assertThat(web.perform(get("/accounts/T1/business?to=2026-13-45")
                                .locale(Locale.SIMPLIFIED_CHINESE)
                                .with(cast.signedIn(cast.director())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("“2026-13-45”不是日期。日期写作 2026-11-17，须在 1900 至 2200 年之间。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=fy9999",
                "period=0000-00",
                "from=0000-01-01",
                "to=9999-12-31",
                "from=2025-12-01&to=2025-01-01",
                "from=x",
                "month=2025-99",
                "month=9999-01",
                "measure=love",
                "cut=throat",
                "compare=apples",
                "by=nobody",
                "view=from-the-bridge",
                "customer=all",
                "cost=high",
                "product=1%20or%201=1",
                "document=99999999999999999999",
                "after=x",
                "cut=line&after=2025-11-05.1.1",
                "cut=line&after=2025-99-05.1.1.1",
                "cut=product&after=99999999999999999999.1"
            })
    void what_makes_no_sense_is_refused_in_words(String parameters) throws Exception {
        ask("/portfolio/sales?" + parameters, cast.director()).andExpect(status().is4xxClientError());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=2031-01",
                "month=2001-01&compare=before",
                "category=';drop table ledger.sales_line;--",
                "category=%F0%9F%8D%B5&cut=document",
                "product=999999999",
                "document=999999999&cut=line",
                "period=12m&compare=none&cut=account&group=true",
                "period=lastfy&compare=before&cut=account&by=billed",
                "from=2025-11-07&to=2025-11-09&compare=before&cut=month",
                "view=gross&cost=unknown&cut=region",
                "cut=product&after=-5.",
                "cut=line&after=2025-11-05.1.0.1"
            })
    void odd_questions_have_answers(String parameters) throws Exception {
        page("/portfolio/sales?" + parameters);
        page("/accounts/T1/business/sales?" + parameters);
        ask("/portfolio/sales/chart?" + parameters, cast.director()).andExpect(status().isOk());
        ask("/portfolio/sales/table?" + parameters, cast.director()).andExpect(status().isOk());
    }

    @Test
    void an_unknown_account_is_not_found() throws Exception {
        ask("/accounts/NOPE/business/sales", cast.director()).andExpect(status().isNotFound());
    }

    @Test
    void the_page_speaks_chinese() throws Exception {
        web.perform(get("/portfolio/sales?period=2025-11")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("2025年11月至今")))
                .andExpect(content().string(containsString("上年同期：800（+250，+31.3%）")));
    }

    @Test
    void a_month_of_which_only_some_days_count_says_which() throws Exception {
        String days = "from=2024-11-03&to=2025-11-10&cut=month";
        assertThat(page("/portfolio/sales?" + days)).contains("November 2024 (3–30)", "November 2025 (1–10)");
        assertThat(page("/accounts/T1/business/sales?from=2025-11-05&to=2025-11-10&cut=month"))
                .contains("November 2025 (5–10)");
        ask("/portfolio/sales/chart?" + days, cast.director())
                .andExpect(jsonPath("$[0].categories[0]").value("November 2024 (3–30)"));
    }
}
