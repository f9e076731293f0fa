package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A regular firm of three: nobody leaves as models see it, so each is judged by its own rhythm.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ValueRunTests {

    @Autowired
    Values values;

    @Autowired
    ValueReader reader;

    @Autowired
    ValueBoard board;

    @Autowired
    Accounts accounts;

    @Autowired
    ImportDesk desk;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @TempDir
    Path files;

    @Test
    @Order(1)
    void an_empty_ledger_has_nothing_to_value() {
        assertThat(values.ensureCurrent()).isFalse();
    }

    @Test
    @Order(2)
    void one_account_with_one_order_is_worth_nobody_knows_what() throws Exception {
        take("one", Kind.SALES, "customer,document,date,product,quantity,amount,cost\nB0,X0,2024-01-15,P1,1,100,60\n");

        assertThat(values.ensureCurrent()).isTrue();
        assertThat(of("B0").value().value()).isNull();
        assertThat(of("B0").value().method()).isEqualTo("none");
        assertThat(of("B0").run().reason()).isEqualTo("notEnoughData");
        ask("B0", cast.director())
                .andExpect(jsonPath("$.value.value").isEmpty())
                .andExpect(jsonPath("$.method").value("none"));
    }

    @Test
    @Order(3)
    void regular_buyers_are_valued_by_their_own_gaps() throws IOException {
        take("two-years", Kind.SALES, twoYears());

        assertThat(values.ensureCurrent()).isTrue();
        AccountValue steady = of("B1").value();
        assertThat(steady.method()).isEqualTo("rhythm");
        assertThat(steady.repeats()).isEqualTo(23);
        // 23 gaps over 700 days, all longer than the silence: q = 1/25, S = 23.5/24
        double alive = 0.96 * 23.5 / 24 / (0.96 * 23.5 / 24 + 0.04);
        double purchases = alive * -Math.expm1(-0.04 * 23 / 700 * 365.25) / 0.04;
        assertThat(steady.alive()).isCloseTo(alive, within(1e-12));
        assertThat(steady.expected()).isCloseTo(purchases, within(1e-12));
        assertThat(steady.margin()).isEqualTo(Math.round(purchases * 40 * 10_000));
        assertThat(steady.marginSource()).isEqualTo("ownYear");
    }

    @Test
    @Order(4)
    void who_fell_silent_is_late_and_its_margin_at_risk() throws IOException {
        AccountValue silent = of("B3").value();

        assertThat(silent.rhythm()).isEqualTo("silent");
        assertThat(silent.alive()).isLessThan(0.5);
        assertThat(silent.atRisk()).isPositive();
        assertThat(silent.falling()).isTrue();
    }

    @Test
    @Order(5)
    void who_is_sold_to_at_a_loss_has_no_value() {
        assertThat(of("B2").value().value()).isZero();
        assertThat(of("B2").value().margin()).isNegative();
    }

    @Test
    @Order(6)
    void nothing_new_is_nothing_to_do() {
        assertThat(values.ensureCurrent()).isFalse();
    }

    @Test
    @Order(7)
    void the_answer_to_programs_explains_itself() throws Exception {
        ask("B3", cast.director())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.asOf").value("2025-12-15"))
                .andExpect(jsonPath("$.signs[0]").value("silent"))
                .andExpect(jsonPath("$.explanation.inputs.x").isNumber())
                .andExpect(jsonPath("$.explanation.caveats[0]").value("smallBase"))
                .andExpect(jsonPath("$.history[0].asOf").exists());
    }

    @Test
    @Order(8)
    void a_key_account_manager_sees_the_value_of_own_accounts_only() throws Exception {
        User li = cast.keyAccountManager();
        take("managed", Kind.ACCOUNTS, "code,name,manager\nB1,Beta One,li\n");

        ask("B1", li)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.value.value").isNumber());
        ask("B3", li).andExpect(status().isNotFound());
        ask("B3", cast.viewer())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("You may not see this part of the account."));
    }

    @Test
    @Order(9)
    void the_page_shows_a_manager_the_value_of_own_accounts() throws Exception {
        User li = cast.keyAccountManager();

        String own = web.perform(get("/value").header("Accept-Language", "en").with(cast.signedIn(li)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(own).contains("The value of your accounts").doesNotContain("/accounts/B3/value");
        assertThat(web.perform(get("/value?risk=gone").with(cast.signedIn(cast.director())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/accounts/B3/value");
        web.perform(get("/accounts/B1/value").with(cast.signedIn(li))).andExpect(status().isOk());
    }

    @Test
    @Order(10)
    void the_bridge_from_the_run_before_comes_out() {
        Bridge bridge = Acting.asOperator(() -> board.view(new SplitForm(null, null), RiskForm.FIRST, true)
                        .orElseThrow())
                .bridge();

        assertThat(bridge).isNotNull();
        assertThat(bridge.opening() + bridge.added() + bridge.grown() - bridge.shrunk() - bridge.lost())
                .isEqualTo(bridge.closing());
    }

    private static String twoYears() {
        StringBuilder sales = new StringBuilder("customer,document,date,product,quantity,amount,cost\n");
        for (int month = 0; month < 24; month++) {
            LocalDate day = LocalDate.of(2024, 1, 15).plusMonths(month);
            line(sales, "B1", day, 100, 60);
            line(sales, "B2", day, 100, 130);
            if (month < 16) {
                line(sales, "B3", day, 200, 100);
            }
        }
        return sales.toString();
    }

    private static void line(StringBuilder sales, String code, LocalDate day, int amount, int cost) {
        sales.append("%s,%s-%s,%s,P1,1,%d,%d%n".formatted(code, code, day, day, amount, cost));
    }

    private ResultActions ask(String code, User user) throws Exception {
        return web.perform(get("/api/v1/accounts/" + code + "/value")
                .locale(Locale.ENGLISH)
                .header("Authorization", "Bearer " + cast.token(user)));
    }

    private ValueReader.Found of(String code) {
        Optional<ValueReader.Found> found =
                Acting.asOperator(() -> accounts.byCode(code).flatMap(account -> reader.of(account.id())));
        return found.orElseThrow();
    }

    private void take(String name, Kind kind, String text) throws IOException {
        Path file = Files.writeString(files.resolve(name + ".csv"), text);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
    }
}
