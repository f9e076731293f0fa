package mainstay.portfolio.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The ledger of a UK wholesaler taken apart, against the published figures of the whole.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailSalesTests {
    private static final String WHOLE = "from=2010-12-01&to=2011-12-09";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void bring_the_ledger_in(@Autowired ImportDesk desk) {
        var file = SharedData.file("data/online-retail/online_retail.csv.gz");
        Acting.asOperator(
                () -> desk.run(ImportRequest.of(file, new MappingWish(Optional.empty(), null, Map.of(), null, null))));
    }

    private String answer(String address) throws Exception {
        return web.perform(get(address).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "region", "product", "account"})
    void every_cut_adds_up_to_the_published_revenue_and_returns(String cut) throws Exception {
        List<String[]> rows = answer("/portfolio/sales/table?group=false&cut=" + cut + "&" + WHOLE)
                .lines()
                .skip(1)
                .map(row -> row.split(","))
                .toList();

        assertThat(sum(rows, 8)).isEqualByComparingTo("8300065.814");
        assertThat(sum(rows, 6)).isEqualByComparingTo("611342.09");
        assertThat(sum(rows, 1)).isEqualByComparingTo("406829");
    }

    /// Names may hold commas, so columns are counted from the right.
    private static BigDecimal sum(List<String[]> rows, int fromTheRight) {
        return rows.stream()
                .map(cells -> new BigDecimal(cells[cells.length - fromTheRight]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a_quarter_of_the_lines_names_nobody_and_none_has_a_cost() throws Exception {
        web.perform(get("/api/v1/data-quality?" + WHOLE)
                        .header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.gaps[1].rows").value(135_080))
                .andExpect(jsonPath("$.gaps[1].money").value(1_447_682.12))
                .andExpect(jsonPath("$.gaps[0].rows").value(406_829))
                .andExpect(jsonPath("$.gaps[0].money").value(8_300_065.814));
    }

    @Test
    void before_the_ledger_there_is_nothing_to_compare_with() throws Exception {
        assertThat(answer("/portfolio?" + WHOLE)).contains("8,300,066").doesNotContain("year before: 0", "∞");
    }
}
