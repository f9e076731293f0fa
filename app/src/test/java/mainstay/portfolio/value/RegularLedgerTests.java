package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.ExplainedNumbers;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Two hundred who buy like clockwork, every 10 to 59 days, over two years: nobody leaves, so models with
/// drop-out have no best fit.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegularLedgerTests {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 730;

    @Autowired
    ValueReader reader;

    @Autowired
    ModelBoard models;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired Values values) {
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\n");
        for (int i = 0; i < 200; i++) {
            int gap = 10 + i % 50;
            for (int day = i % gap; day <= DAYS; day += gap) {
                sales.append("C%03d,D%d-%d,%s,100,60%n".formatted(i, i, day, FIRST.plusDays(day)));
            }
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        assertThat(values.ensureCurrent()).isTrue();
    }

    @Test
    void the_model_without_leaving_is_taken_and_says_why() {
        ModelView view = Acting.asOperator(() -> models.view()).orElseThrow();

        assertThat(view.run().model()).isEqualTo("nbd");
        assertThat(view.run().reason()).isEqualTo("noDropOut");
        assertThat(view.report().fits())
                .filteredOn(fit -> !fit.model().equals("nbd"))
                .allSatisfy(fit -> assertThat(fit.status()).isEqualTo("atBoundary"));
    }

    @Test
    void the_best_model_of_the_earlier_days_is_tested_on_the_later_ones() {
        ModelReport.Held held = Objects.requireNonNull(
                Acting.asOperator(() -> models.view()).orElseThrow().report().holdout());

        assertThat(held.model()).isEqualTo("nbd");
        assertThat(held.customers()).isEqualTo(200);
        assertThat(held.expected()).isCloseTo((double) held.actual(), within(0.05 * held.actual()));
    }

    @Test
    void each_is_judged_by_its_own_gaps() {
        ValueReader.Found found = Acting.asOperator(
                        () -> reader.of(accounts.byCode("C000").orElseThrow().id()))
                .orElseThrow();
        AccountValue tenth = found.value();

        // every 10 days from day 0 to day 730: 73 gaps, all longer than the silence; nobody of 200 accounts leaves
        double returns = found.run().returns();
        assertThat(returns).isGreaterThan(5_000);
        double q = 1 / (74 + returns);
        double stays = (1 - q) * 73.5 / 74;
        double alive = stays / (stays + q);
        double purchases = alive * -Math.expm1(-q / 10 * 365.25) / q;
        assertThat(tenth.method()).isEqualTo("rhythm");
        assertThat(tenth.repeats()).isEqualTo(73);
        assertThat(tenth.alive()).isCloseTo(alive, within(1e-12));
        assertThat(tenth.margin()).isEqualTo(Math.round(purchases * 40 * 10_000));
    }

    @Test
    void the_what_if_asks_for_no_more_than_the_values_say_leaves() throws Exception {
        web.perform(get("/profit/what-if").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("By the values of the accounts 99.")))
                .andExpect(
                        content().string(containsString("Counted: 200 customers who bought in these twelve months")));
        web.perform(get("/value").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("200 accounts are valued by their own buying rhythm.")));
    }

    @Test
    void the_page_says_that_nobody_is_seen_leaving() throws Exception {
        web.perform(get("/value").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Models with drop-out find nobody leaving")));
        web.perform(get("/value/model").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Model: NBD (nobody leaves).")))
                .andExpect(answer -> assertThat(ExplainedNumbers.unexplained(
                                answer.getResponse().getContentAsString()))
                        .isEmpty());
    }
}
