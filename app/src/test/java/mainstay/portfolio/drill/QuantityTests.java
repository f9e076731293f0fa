package mainstay.portfolio.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
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
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The worked example of quantity.md: tea by the piece and by the box, oil by weight.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuantityTests {

    private static final String TEA = "/portfolio/sales?period=2025-11&category=Tea&cut=line";
    private static final String ALL = "/portfolio/sales?period=2025-11&cut=category";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void import_sales_in_three_units(@Autowired ImportDesk desk, @TempDir Path files) throws IOException {
        Path file = Files.writeString(files.resolve("sales.csv"), """
                customer,document,line,kind,date,product,category,quantity,unit,amount
                T1,I1,1,invoice,2025-11-05,P1,Tea,10,pcs,1000
                T1,I1,2,invoice,2025-11-05,P1,Tea,5,box,5500
                T1,C2,1,credit,2025-11-10,P1,Tea,-2,box,-2200
                T1,I3,1,invoice,2025-11-11,P2,Oil,2.5,kg,50
                """);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        assertThat(report.status()).as(report.problems().toString()).isEqualTo(ImportReport.Status.DONE);
    }

    @BeforeEach
    void nothing_converts() {
        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from ledger.unit_factor");
    }

    @Test
    void boxes_and_pieces_are_never_added() throws Exception {
        assertThat(page(TEA))
                .contains("2 units", "10 pcs: 1 lines", "3 box: 2 lines")
                .doesNotContain("13 pcs", "13 box", "<span class=\"figure-value\">13</span>");
    }

    @Test
    void boxes_count_as_pieces_once_somebody_says_how_many_there_are_in_one() throws Exception {
        settle(cast.controller(), "P1", "box", "12", "pcs").andExpect(status().is3xxRedirection());

        assertThat(page(TEA)).contains("<span class=\"figure-value\">46 pcs</span>", "60 pcs", "5 box");
        assertThat(page("/settings/units"))
                .contains("1 box = 12 pcs", cast.controller().fullName());
        assertThat(page(ALL)).contains("46 pcs", "2.5 kg", "46 pcs: 3 lines", "2.5 kg: 1 lines");
    }

    @Test
    void a_file_of_the_table_says_the_unit_of_each_sum() throws Exception {
        settle(cast.director(), "P1", "box", "12", "pcs").andExpect(status().is3xxRedirection());

        assertThat(page("/portfolio/sales/table?period=2025-11&cut=category"))
                .contains(",46,3,pcs")
                .contains(",2.5,1,kg");
        assertThat(page("/portfolio/sales/table?period=2025-11&cut=month")).contains(",,4,");
    }

    @Test
    void without_the_conversion_the_units_stand_apart_again() throws Exception {
        settle(cast.director(), "P1", "box", "12", "pcs").andExpect(status().is3xxRedirection());
        String settings = page("/settings/units");
        String removal = settings.replaceAll("(?s).*action=\"(/settings/units/\\d+/removal)\".*", "$1");
        web.perform(post(removal).param("unit", "box").with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());

        assertThat(page(TEA)).contains("2 units").doesNotContain("46 pcs");
        web.perform(post(removal).param("unit", "box").with(cast.signedIn(cast.director())))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "P9, box, 12, pcs, no product with the code P9",
        "P1, box, 0, pcs, is no number above 0",
        "P1, box, '1,5', pcs, is no number above 0",
        "P1, box, 1e9, pcs, is no number above 0",
        "P1, box, 12, box, cannot be its own base unit",
        "'', box, 12, pcs, Name the product by its code"
    })
    void what_makes_no_sense_is_refused(String product, String unit, String factor, String base, String why)
            throws Exception {
        assertThat(text(settle(cast.director(), product, unit, factor, base).andExpect(status().is(422))))
                .contains(why)
                .contains("aria-invalid=\"true\"");
    }

    @Test
    void products_and_units_are_offered_as_one_types() throws Exception {
        assertThat(page("/settings/units/products?product=p")).contains("<option value=\"P1\"");
        assertThat(page("/settings/units/products?product=zz")).doesNotContain("<option");
        assertThat(page("/settings/units")).contains("list=\"unit-known\"", "<option value=\"box\"");
    }

    @Test
    void a_product_counts_in_one_base_unit() throws Exception {
        settle(cast.director(), "P1", "box", "12", "pcs").andExpect(status().is3xxRedirection());

        assertThat(text(settle(cast.director(), "P1", "pallet", "40", "box").andExpect(status().is(422))))
                .contains("The product P1 counts in pcs");
        settle(cast.director(), "P1", "pallet", "480", "pcs").andExpect(status().is3xxRedirection());
        settle(cast.keyAccountManager(), "P1", "box", "1", "pcs").andExpect(status().isForbidden());
    }

    private ResultActions settle(User user, String product, String unit, String factor, String base) throws Exception {
        return web.perform(post("/settings/units")
                .param("product", product)
                .param("unit", unit)
                .param("factor", factor)
                .param("base", base)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user)));
    }

    private String page(String address) throws Exception {
        return text(web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk()));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
