package mainstay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The worked example of data-quality.md, with every kind of gap beside it.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QualityTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ImportDesk desk;

    @BeforeAll
    void import_a_ledger_with_gaps(@TempDir Path files) throws IOException {
        take(files, Kind.TERRITORIES, "region\nNorth\n");
        take(files, Kind.ACCOUNTS, "code,name,manager\nA1,Well kept,M1\n");
        take(files, Kind.SALES, """
                customer,customerName,document,line,date,product,region,amount,cost,currency,weather
                A1,Well kept,D1,1,2025-11-01,P1,North,600,400,CNY,sunny
                A2,Orphan,D2,1,2025-11-02,P2,Atlantis,200,,CNY,rain
                A2,Orphan,D2,2,2025-11-02,P3,,100,,CNY,rain
                ,,D3,1,2025-11-03,P1,North,100,70,CNY,fog
                A1,Well kept,D4,1,2025-11-04,P1,North,50,,XAF,fog
                """);
    }

    private void take(Path files, Kind kind, String text) throws IOException {
        Path file = Files.writeString(files.resolve(kind.name().toLowerCase(Locale.ROOT) + ".csv"), text);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
        assertThat(report.status()).as(report.problems().toString()).isEqualTo(ImportReport.Status.DONE);
    }

    private ResultActions ask(String address, User user) throws Exception {
        if (address.startsWith("/api/")) {
            return web.perform(
                    get(address).locale(Locale.ENGLISH).header("Authorization", "Bearer " + cast.token(user)));
        }
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    @Test
    @Order(1)
    void every_gap_says_how_large_it_is_and_what_it_costs() throws Exception {
        ask("/api/v1/data-quality", cast.controller())
                .andExpect(jsonPath("$.revenue").value(1_000))
                .andExpect(jsonPath("$.gaps[0].gap").value("cost"))
                .andExpect(jsonPath("$.gaps[0].rows").value(3))
                .andExpect(jsonPath("$.gaps[0].money").value(300))
                .andExpect(jsonPath("$.gaps[0].share").value(0.3))
                .andExpect(
                        jsonPath("$.gaps[0].costs")
                                .value(
                                        "Margin is known for 66.7 % of the revenue; of 2 accounts with sales 1 have no margin at all."))
                .andExpect(jsonPath("$.gaps[1].rows").value(1))
                .andExpect(jsonPath("$.gaps[1].money").value(100))
                .andExpect(jsonPath("$.gaps[1].costs").value(containsString("Only 90.0 % of all sales")))
                .andExpect(jsonPath("$.gaps[2].rows").value(2))
                .andExpect(jsonPath("$.gaps[2].money").value(300))
                .andExpect(jsonPath("$.gaps[3].rows").value(1))
                .andExpect(jsonPath("$.gaps[3].money").value(300))
                .andExpect(jsonPath("$.gaps[4].rows").value(1))
                .andExpect(jsonPath("$.gaps[4].money").doesNotExist())
                .andExpect(jsonPath("$.gaps[6].gap").value("unmapped"))
                .andExpect(jsonPath("$.gaps[6].rows").value(1));
    }

    @Test
    @Order(2)
    void the_page_names_where_most_is_missing_and_leads_there() throws Exception {
        String page = ask("/quality", cast.director())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .contains("Atlantis", "XAF", "weather (in sales.csv, 1 imports)")
                .contains("/accounts/A2/business")
                .contains("region=Atlantis", "cost=unknown", "customer=none", "/accounts?manager=none")
                .doesNotContain("region=North");
    }

    @Test
    @Order(3)
    void another_period_has_other_gaps() throws Exception {
        ask("/api/v1/data-quality?from=2025-11-01&to=2025-11-01", cast.administrator())
                .andExpect(jsonPath("$.gaps[0].rows").value(0))
                .andExpect(jsonPath("$.gaps[0].money").value(0))
                .andExpect(jsonPath("$.gaps[1].rows").value(0));
        ask("/quality?period=fy9999", cast.director()).andExpect(status().is4xxClientError());
        ask("/api/v1/data-quality?from=2025-11-02&to=2025-11-01", cast.director())
                .andExpect(status().is4xxClientError());
    }

    @Test
    @Order(4)
    void who_does_not_see_the_firm_does_not_see_its_gaps() throws Exception {
        ask("/quality", cast.keyAccountManager()).andExpect(status().isForbidden());
        ask("/api/v1/data-quality", cast.viewer()).andExpect(status().isForbidden());
    }

    @Test
    @Order(5)
    void the_page_speaks_chinese() throws Exception {
        assertThat(web.perform(get("/quality").locale(Locale.SIMPLIFIED_CHINESE).with(cast.signedIn(cast.director())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("缺成本的行", "仅 66.7% 的销售额可算毛利");
    }

    @Test
    @Order(6)
    void bad_rows_that_were_sent_again_are_no_gap_any_more(@TempDir Path files) throws Exception {
        String header = "customer,document,line,date,amount\n";
        long batch = skipping(
                files,
                "week.csv",
                header + "A1,Q1,1,2025-11-05,10\nA1,Q2,1,2025-11-05,soon\nA1,Q3,1,2025-11-05,never\n");
        leftOut(2);

        skipping(
                files,
                "problems-" + batch + " (1).csv",
                "problem line,problem," + header + "3,bad,A1,Q2,1,2025-11-05,10\n");
        leftOut(1);
        skipping(
                files,
                "problems-" + batch + ".csv",
                "problem line,problem," + header + "4,bad,A1,Q3,1,2025-11-06,10\n");
        leftOut(0);

        skipping(files, "next.csv", header + "A1,Q4,1,2025-11-05,10\nA1,Q5,1,2025-11-07,soon\n");
        leftOut(1);
        skipping(files, "next-corrected.csv", header + "A1,Q4,1,2025-11-05,10\nA1,Q5,1,2025-11-07,10\n");
        leftOut(0);
    }

    private long skipping(Path files, String name, String text) throws IOException {
        Path file = Files.writeString(files.resolve(name), text);
        ImportRequest request =
                ImportRequest.of(file, MappingWish.of(Kind.SALES)).skippingBadRows();
        ImportReport report = Acting.asOperator(() -> desk.run(request));
        assertThat(report.status()).as(report.problems().toString()).isEqualTo(ImportReport.Status.DONE);
        return report.batch();
    }

    private void leftOut(int rows) throws Exception {
        ask("/api/v1/data-quality", cast.controller())
                .andExpect(jsonPath("$.gaps[5].gap").value("waiting"))
                .andExpect(jsonPath("$.gaps[5].rows").value(rows));
    }
}
