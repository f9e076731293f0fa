package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// A head office buys little, its two shops much.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupBusinessTests {
    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired Ratings ratings) {
        SmallFiles.bring(desk, Kind.ACCOUNTS, "code,name,parent\nHQ,Head Office,\nS1,Shop One,HQ\nS2,Shop Two,HQ\n");
        SmallFiles.bring(desk, Kind.SALES, """
                customer,document,date,product,quantity,amount,cost
                HQ,H1,2025-01-10,P1,1,1000,600
                S1,A1,2025-01-11,P2,2,20000,15000
                S2,B1,2025-01-12,P3,3,30000,25000
                OWN,C1,2025-01-12,P3,3,4000,2500
                """);
        ratings.ensureCurrent();
    }

    private String page(String path) throws Exception {
        return web.perform(get(path).with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void every_measured_figure_of_the_group_leads_to_the_business_of_the_group() throws Exception {
        String rating = page("/accounts/HQ/rating?group=true");

        assertThat(rating).contains("<a href=\"/accounts/HQ/business?group=true\">51,000</a>");
        assertThat(rating).contains("<a href=\"/accounts/HQ/business?group=true\">20.4");
        assertThat(rating).doesNotContain("href=\"/accounts/HQ/business?group=false\"");
    }

    @Test
    void the_business_of_the_group_has_the_same_numbers_down_to_members_and_lines() throws Exception {
        assertThat(page("/accounts/HQ/business?group=true"))
                .contains("51,000", "20.4", "By member of the group", "Shop Two", "30,000.00", ">B1<");
        web.perform(get("/accounts/HQ/business/sales/chart?group=true&compare=none")
                        .with(cast.signedIn(cast.director())))
                .andExpect(jsonPath("$[0].values[0]").value(51_000.0));
    }

    @Test
    void alone_the_head_office_shows_its_own() throws Exception {
        assertThat(page("/accounts/HQ/rating?group=false"))
                .contains("<a href=\"/accounts/HQ/business?group=false\">1,000</a>");
        assertThat(page("/accounts/HQ/business"))
                .contains("Together with those under its control: 51,000", "business?group=true")
                .doesNotContain(">B1<");
        web.perform(get("/accounts/HQ/business/sales/chart").with(cast.signedIn(cast.director())))
                .andExpect(jsonPath("$[0].values[0]").value(1_000.0));
    }

    @Test
    void who_leads_no_group_has_no_switch() throws Exception {
        assertThat(page("/accounts/OWN/business?group=true")).contains("4,000").doesNotContain("The whole group");
    }

    @Test
    void lists_lead_to_what_they_count() throws Exception {
        assertThat(page("/portfolio")).contains("/accounts/HQ/rating?group=true");
        assertThat(page("/portfolio?group=false")).contains("/accounts/S2/rating?group=false");
    }

    @Test
    void a_member_names_its_group_once() throws Exception {
        assertThat(page("/accounts/S1/business").split(">Head Office<", -1)).hasSize(2);
    }
}
