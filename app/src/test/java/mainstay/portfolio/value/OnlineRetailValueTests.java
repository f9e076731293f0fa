package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A wholesaler with thousands of accounts over a year, and not one cost.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailValueTests {

    @Autowired
    ValueBoard board;

    @Autowired
    ModelBoard models;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void bring_the_ledger_in(@Autowired ImportDesk desk, @Autowired Values values) {
        var file = SharedData.file("data/online-retail/online_retail.csv.gz");
        Acting.asOperator(
                () -> desk.run(ImportRequest.of(file, new MappingWish(Optional.empty(), null, Map.of(), null, null))));
        assertThat(values.ensureCurrent()).isTrue();
    }

    @Test
    void a_model_is_chosen_and_follows_what_happened() {
        ModelReport report = ask(() -> models.view().orElseThrow()).report();

        assertThat(report.customers()).isEqualTo(4_338);
        assertThat(report.fits()).hasSize(4);
        ModelReport.Step last = report.tracking().getLast();
        assertThat(last.expected()).isCloseTo((double) last.actual(), within(0.1 * last.actual()));
        assertThat(report.holdout()).isNotNull();
    }

    @Test
    void the_bridge_comes_out_and_the_parts_add_up() {
        ValueView view = ask(() -> board.view("region", true).orElseThrow());
        Bridge bridge = view.bridge();

        assertThat(bridge).isNotNull();
        assertThat(bridge.opening() + bridge.added() + bridge.grown() - bridge.shrunk() - bridge.lost())
                .isEqualTo(bridge.closing());
        assertThat(bridge.closing() - bridge.added() - bridge.grown()).isEqualTo(bridge.kept());
        assertThat(view.parts().stream().mapToLong(ValueView.PartRow::value).sum())
                .isEqualTo(bridge.closing());
    }

    @Test
    void without_costs_the_page_says_that_values_are_of_sales() throws Exception {
        page("/value").andExpect(content().string(Matchers.containsString("The ledger knows no cost")));
    }

    @Test
    void every_split_and_the_page_on_the_model_open() throws Exception {
        for (String cut : new String[] {"stars", "region", "category", "manager", "group"}) {
            page("/value?by=" + cut).andExpect(status().isOk());
        }
        page("/value/model").andExpect(status().isOk());
        page("/value/model/charts").andExpect(jsonPath("$[0].kind").value("tracking"));
        page("/value/at-risk").andExpect(status().isOk());
    }

    @Test
    void the_panel_of_an_account_draws_its_rhythm() throws Exception {
        page("/accounts/14646/value").andExpect(status().isOk());
        page("/accounts/14646/value/charts")
                .andExpect(jsonPath("$[1].kind").value("rhythm"))
                .andExpect(jsonPath("$[1].values").isNotEmpty());
    }

    @Test
    void who_sees_single_accounts_only_may_not_see_the_model() throws Exception {
        web.perform(get("/value/model").with(cast.signedIn(cast.keyAccountManager())))
                .andExpect(status().isForbidden());
    }

    private ResultActions page(String address) throws Exception {
        return web.perform(get(address).header("Accept-Language", "en").with(cast.signedIn(cast.director())))
                .andExpect(status().isOk());
    }

    private static <T> T ask(Supplier<T> question) {
        return Acting.asOperator(question);
    }
}
