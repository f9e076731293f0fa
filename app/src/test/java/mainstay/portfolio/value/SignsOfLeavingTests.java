package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.Standing;
import mainstay.portfolio.Standings;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Three who bought every thirty days: one goes on, one gave up a category, one fell silent after 600 days.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignsOfLeavingTests {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

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
        SmallFiles.bring(desk, Kind.PRODUCTS, "code,name,category\nP,Paper,Paper\nI,Ink,Ink\n");
        StringBuilder sales = new StringBuilder("customer,document,date,product,quantity,amount,cost\n");
        for (int k = 0; k <= 23; k++) {
            LocalDate day = FIRST.plusDays(30L * k);
            line(sales, "STEADY", day, "P", 300);
            line(sales, "STEADY", day, "I", 100);
            line(sales, "NARROW", day, "P", 300);
            if (day.isBefore(LocalDate.of(2024, 11, 1))) {
                line(sales, "NARROW", day, "I", 100);
            }
            if (k <= 20) {
                line(sales, "FADING", day, "P", 300);
            }
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        assertThat(values.ensureCurrent()).isTrue();
    }

    private static void line(StringBuilder sales, String code, LocalDate day, String product, int amount) {
        sales.append(
                "%s,%s-%s-%s,%s,%s,1,%d,%d%n".formatted(code, code, product, day, day, product, amount, amount / 2));
    }

    private AccountValue of(String code) {
        return Acting.asOperator(
                        () -> reader.of(accounts.byCode(code).orElseThrow().id()))
                .orElseThrow()
                .value();
    }

    /// Today and the portfolio rest on the standings, the value page on the values.
    @Test
    void the_portfolio_and_the_values_find_the_same_rhythm(
            @Autowired Standings standings, @Autowired PlatformTransactionManager transactions) {
        List<Standing> found = Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> standings.at(of("STEADY").asOf(), false)));

        assertThat(found).hasSize(3).allSatisfy(standing -> {
            AccountValue value = Acting.asOperator(() -> reader.of(standing.accountId()))
                    .orElseThrow()
                    .value();
            assertThat(standing.lateAfter()).isEqualTo(value.lateAfter());
            assertThat(standing.gapDays()).isEqualTo(value.gapDays());
            assertThat(standing.rhythm()).isEqualTo(value.rhythm());
        });
    }

    @Test
    void who_is_probably_gone_has_no_sales_at_stake(
            @Autowired Standings standings, @Autowired PlatformTransactionManager transactions) throws Exception {
        LocalDate day = of("STEADY").asOf();
        Acting.asOperator(() -> new TransactionTemplate(transactions).execute(status -> standings.renew(day)));

        for (String address : List.of("/portfolio?group=false", "/portfolio?group=true")) {
            assertThat(page(address)).contains("Nobody is overdue").doesNotContain("90 days without a purchase");
        }
    }

    @Test
    void who_buys_as_ever_shows_no_sign() {
        AccountValue steady = of("STEADY");

        assertThat(steady.leaving()).isFalse();
        assertThat(steady.categoriesLost()).isZero();
    }

    @Test
    void who_gave_up_a_category_narrows() {
        AccountValue narrow = of("NARROW");

        assertThat(narrow.narrowing()).isTrue();
        assertThat(narrow.leaving()).isTrue();
        assertThat(narrow.categoriesLost()).isEqualTo(1);
        assertThat(narrow.categoriesGained()).isZero();
        // from 22 November 2023 to 21 November 2024: 11 months with paper, 11 with ink
        assertThat(narrow.lostShare()).isCloseTo(0.25, within(1e-9));
        assertThat(narrow.falling()).isFalse();
        assertThat(narrow.fading()).isFalse();
    }

    @Test
    void who_fell_silent_since_the_run_before_fades() {
        AccountValue fading = of("FADING");

        // three months ago: 19 gaps, all as long as the silence of 28 days; q = 1/21
        assertThat(fading.aliveBefore())
                .isCloseTo(20.0 / 21 * 19.5 / 20 / (20.0 / 21 * 19.5 / 20 + 1.0 / 21), within(1e-9));
        // now: 20 gaps of 30 days, none as long as 90 days, 60 beyond the longest; q = 1/22, S = 0.5/21 · e^−2
        assertThat(fading.alive()).isCloseTo(0.06337893833, within(1e-9));
        assertThat(fading.fading()).isTrue();
        assertThat(fading.isLate()).isTrue();
    }

    @Test
    void who_is_probably_gone_stands_apart_from_who_can_still_be_saved() throws Exception {
        String saveable = page("/value");
        assertThat(saveable)
                .contains("Can still be saved (1)", "Probably gone (1)", "/accounts/NARROW/value")
                .doesNotContain("/accounts/FADING/value");
        assertThat(page("/value?risk=gone"))
                .contains("/accounts/FADING/value")
                .contains("Its longest gap so far was 30 days.")
                .doesNotContain("/accounts/NARROW/value");
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_split_that_does_not_exist_is_refused() throws Exception {
        assertThat(page("/value?by=moon")).contains("Accounts are not split by moon.");
    }

    @Test
    void the_file_has_signs_and_reasons_apart() throws Exception {
        assertThat(page("/value/at-risk"))
                .contains("Section,Signs,Reasons,")
                .contains("Can still be saved,Fewer categories,")
                .contains("Probably gone,");
    }

    @Test
    void the_list_says_why_and_leaves_as_a_file() throws Exception {
        web.perform(get("/value/at-risk").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content()
                        .string(containsString("The probability that it is still a customer fell from 95 % to 6 %.")))
                .andExpect(content()
                        .string(containsString(
                                "One category fewer than a year ago, which brought 25.0 % of its purchases then.")));
    }
}
