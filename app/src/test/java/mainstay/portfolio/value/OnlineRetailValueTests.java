package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.ExplainedNumbers;
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
    ValueReader reader;

    @Autowired
    Accounts accounts;

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
        assertThat(report.noHoldout()).isNull();
        assertThat(Objects.requireNonNull(report.holdout()).model()).isNotEmpty();
    }

    @Test
    void the_bridge_comes_out_and_the_parts_add_up() {
        ValueView view = ask(() ->
                board.view(new SplitForm("region", null), RiskForm.FIRST, true).orElseThrow());
        Bridge bridge = view.bridge();

        assertThat(bridge).isNotNull();
        assertThat(bridge.opening() + bridge.added() + bridge.grown() - bridge.shrunk() - bridge.lost())
                .isEqualTo(bridge.closing());
        assertThat(bridge.closing() - bridge.added() - bridge.grown()).isEqualTo(bridge.kept());
        assertThat(view.split().rows().stream()
                        .map(ValueSplit.PartRow::value)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum())
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
        page("/value/model").andExpect(content().string(Matchers.containsString("Gamma-Gamma (amounts)")));
        assertThat(ExplainedNumbers.unexplained(
                        page("/value/model").andReturn().getResponse().getContentAsString()))
                .as("numbers of the page on the model that lead to no definition")
                .isEmpty();
        page("/value/model/charts").andExpect(jsonPath("$[0].kind").value("tracking"));
        page("/value/model/table").andExpect(content().string(Matchers.containsString("Expected, fortnight")));
        page("/value/at-risk").andExpect(status().isOk());
    }

    @Test
    void the_bridge_and_the_parts_are_charts_and_files() throws Exception {
        page("/value/charts?by=region")
                .andExpect(jsonPath("$[0].kind").value("waterfall"))
                .andExpect(jsonPath("$[0].bars.length()").value(6))
                .andExpect(jsonPath("$[1].kind").value("bars"))
                .andExpect(jsonPath("$[1].before.length()").value(Matchers.greaterThan(0)));
        page("/value/bridge").andExpect(content().string(Matchers.containsString("New accounts,")));
        page("/value/parts?by=region").andExpect(content().string(Matchers.containsString("No region,")));
    }

    @Test
    void a_saved_view_splits_the_value_from_all_others() throws Exception {
        web.perform(post("/accounts/views")
                .with(cast.signedIn(cast.director()))
                .param("name", "The largest buyer")
                .param("q", "14646"));
        String links = page("/value").andReturn().getResponse().getContentAsString();
        String number = links.replaceAll("(?s).*?/value\\?view=(\\d+).*", "$1");

        page("/value/parts?view=" + number)
                .andExpect(content().string(Matchers.containsString("The largest buyer,1,")))
                .andExpect(content().string(Matchers.containsString("All others than The largest buyer,")));
        web.perform(get("/value?view=999999").with(cast.signedIn(cast.director())))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_still_to_come_without_an_end_has_its_interval_by_model_and_by_rhythm() {
        List<ValueReader.Found> found = ask(() -> Stream.of("14646", "12350", "12748")
                .map(code -> reader.of(accounts.byCode(code).orElseThrow().id()).orElseThrow())
                .toList());

        assertThat(found).extracting(one -> one.value().method()).contains("model", "rhythm");
        assertThat(found).allSatisfy(one -> {
            Residuals.Residual residual = Objects.requireNonNull(one.residual());
            assertThat(residual.value())
                    .isBetween(Objects.requireNonNull(residual.low()), Objects.requireNonNull(residual.high()))
                    .isGreaterThanOrEqualTo(Objects.requireNonNull(one.value().value()));
        });
    }

    @Test
    void the_panel_of_an_account_draws_its_rhythm() throws Exception {
        page("/accounts/14646/value").andExpect(status().isOk());
        page("/accounts/14646/value/history").andExpect(content().string(Matchers.containsString("Day,Value,")));
        page("/accounts/14646/value/gaps").andExpect(content().string(Matchers.containsString("Purchase,")));
        page("/accounts/14646/value/charts")
                .andExpect(jsonPath("$[0].kind").value("range"))
                .andExpect(jsonPath("$[0].lows.length()").value(Matchers.greaterThan(1)))
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
