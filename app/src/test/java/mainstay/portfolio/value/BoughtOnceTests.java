package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A hundred and twenty buyers over two years, and nobody ever came back: what they are worth is unknown, not nothing.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoughtOnceTests {
    private static final int BUYERS = 120;

    @Autowired
    ValueBoard board;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired Values values, @TempDir Path files) throws IOException {
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\n");
        for (int i = 0; i < BUYERS; i++) {
            sales.append("C%03d,D%d,%s,100,60%n"
                    .formatted(i, i, LocalDate.of(2024, 1, 1).plusDays(6L * i)));
        }
        Path file = Files.writeString(files.resolve("sales.csv"), sales.toString());
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        assertThat(values.ensureCurrent()).isTrue();
    }

    private ResultActions open(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())));
    }

    @Test
    void nothing_is_worth_zero() throws Exception {
        ValueView view = Acting.asOperator(() -> board.view(new SplitForm("region", null), RiskForm.FIRST, true))
                .orElseThrow();

        assertThat(view.bridge()).isNull();
        assertThat(view.split().rows()).singleElement().satisfies(part -> {
            assertThat(part.value()).isNull();
            assertThat(part.share()).isNull();
        });
        assertThat(view.risks().inAll()).isZero();
        open("/value")
                .andExpect(content().string(containsString("120 accounts unknown")))
                .andExpect(content().string(containsString("Too few accounts have bought again to learn from.")))
                .andExpect(content().string(containsString("Nobody shows a sign of leaving")));
        open("/value/parts?by=region").andExpect(content().string(containsString("No region,0,,,")));
        open("/value/charts").andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    void the_page_on_the_model_says_that_there_is_none() throws Exception {
        open("/value/model")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No model of repeat buying is usable on these sales")))
                .andExpect(content()
                        .string(containsString(
                                "Without the last quarter of the days, too few accounts have bought again")))
                .andExpect(content().string(not(containsString("chosen"))));
    }

    @Test
    void programs_get_null() throws Exception {
        web.perform(get("/api/v1/accounts/C000/value").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.method").value("none"))
                .andExpect(jsonPath("$.value.value").isEmpty())
                .andExpect(jsonPath("$.residualValue.value").isEmpty())
                .andExpect(jsonPath("$.signs").isEmpty());
    }
}
