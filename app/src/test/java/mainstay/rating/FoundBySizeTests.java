package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The search puts the largest of those that answer alike first, and says how large they are to whom that is open.
@Story
class FoundBySizeTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ImportDesk desk;

    @Autowired
    Ratings ratings;

    @Test
    void the_larger_account_comes_first_with_its_sales_for_those_who_may_see_them() throws Exception {
        SmallFiles.bring(desk, Kind.ACCOUNTS, "code,name\nS1,Alder Mill\nS2,Alder Mill North Branch\n");
        SmallFiles.bring(
                desk, Kind.SALES, "customer,document,date,amount\nS1,D1,2026-09-01,100\nS2,D2,2026-09-01,98765\n");
        ratings.ensureCurrent();

        String asDirector = found(cast.director()).andReturn().getResponse().getContentAsString();
        assertThat(asDirector.indexOf("data-found=\"S2\"")).isLessThan(asDirector.indexOf("data-found=\"S1\""));
        assertThat(asDirector).contains("98,765");
        found(cast.viewer())
                .andExpect(content().string(not(containsString("98,765"))))
                .andExpect(content().string(containsString("data-found=\"S2\"")));
    }

    private ResultActions found(User reader) throws Exception {
        return web.perform(get("/search").param("q", "alder").with(cast.signedIn(reader)));
    }
}
