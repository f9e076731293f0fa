package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Four who buy every month: one of 200 and then of 50, one always of 100, one that came half a year ago, and one
/// that fell likewise but of whom few costs are known.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclineTests {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 15);
    private static final int MONTHS = 24;

    @Autowired
    ValueReader reader;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired Values values) {
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\n");
        for (int month = 0; month < MONTHS; month++) {
            int amount = month < 12 ? 200 : 50;
            line(sales, "FELL", month, amount, String.valueOf(amount / 2));
            line(sales, "STEADY", month, 100, "50");
            if (month >= 18) {
                line(sales, "YOUNG", month, 100, "50");
            }
            line(sales, "PARTLY", month, amount, month % 3 == 0 ? String.valueOf(amount / 2) : "");
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        assertThat(values.ensureCurrent()).isTrue();
    }

    private static void line(StringBuilder sales, String code, int month, int amount, String cost) {
        sales.append("%s,%s-%d,%s,%d,%s%n".formatted(code, code, month, FIRST.plusMonths(month), amount, cost));
    }

    private AccountValue of(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).flatMap(account -> reader.of(account.id())))
                .orElseThrow()
                .value();
    }

    private String page(String code) throws Exception {
        return web.perform(get("/accounts/" + code + "/value")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_fall_is_named_beside_the_mean_that_lags_behind_it() throws Exception {
        AccountValue fell = of("FELL");
        long margin = Objects.requireNonNull(fell.margin());
        double remaining = (double) margin / Objects.requireNonNull(fell.stayingMargin());

        assertThat(fell.yearMargin()).isEqualTo(3_000_000);
        assertThat(margin).isGreaterThan(3_600_000);
        assertThat(remaining).isLessThan(1);
        assertThat(page("FELL"))
                .contains("Margin of the last 12 months")
                .contains("though the last 12 months brought only 300: it buys less than it did")
                .contains("with the same chance of leaving, it would be " + Math.round(300 * remaining) + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STEADY", "YOUNG", "PARTLY"})
    void no_fall_is_made_up(String code) throws Exception {
        assertThat(page(code)).contains("Margin of the last 12 months").doesNotContain("brought only");
    }

    @Test
    void with_few_costs_known_the_two_do_not_compare() {
        AccountValue partly = of("PARTLY");

        assertThat(Objects.requireNonNull(partly.margin()))
                .isGreaterThan(2 * Objects.requireNonNull(partly.yearMargin()));
        assertThat(Decline.of(partly, 0.33)).isEmpty();
        assertThat(Decline.of(partly, 1)).isPresent();
    }
}
