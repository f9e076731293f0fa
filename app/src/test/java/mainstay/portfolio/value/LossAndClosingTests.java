package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Accounts that once paid well: what they are worth must follow the last twelve months, closings and
/// silence.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LossAndClosingTests {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 15);
    private static final int MONTHS = 24;

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

    @BeforeAll
    void sell() {
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\n");
        for (int month = 0; month < MONTHS; month++) {
            boolean thisYear = month >= 12;
            line(sales, "STEADY", month, 60);
            line(sales, "TURNED", month, thisYear ? 130 : 10);
            line(sales, "SHUT", month, 60);
            if (!thisYear || month == 15 || month == 22) {
                line(sales, "SELDOM", month, thisYear ? 130 : 10);
            }
            if (month <= 20) {
                line(sales, "SILENT", month, 60);
            }
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        assertThat(values.ensureCurrent()).isTrue();
    }

    private static void line(StringBuilder sales, String code, int month, int cost) {
        sales.append("%s,%s-%d,%s,100,%d%n".formatted(code, code, month, FIRST.plusMonths(month), cost));
    }

    private AccountValue of(String code) {
        return found(code).value();
    }

    private ValueReader.Found found(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).flatMap(account -> reader.of(account.id())))
                .orElseThrow();
    }

    private Bridge bridge() {
        Bridge bridge = Acting.asOperator(() -> board.view(new SplitForm(null, null), RiskForm.FIRST, true))
                .orElseThrow()
                .bridge();
        assertThat(bridge).isNotNull();
        return bridge;
    }

    @Test
    @Order(1)
    void a_year_of_losses_outweighs_older_margins() {
        assertThat(of("STEADY").marginSource()).isEqualTo("ownYear");
        assertThat(of("TURNED").marginSource()).isEqualTo("ownYear");
        assertThat(of("TURNED").value()).isZero();
        assertThat(found("TURNED").caveats()).contains("soldAtLoss");
    }

    @Test
    @Order(2)
    void a_loss_of_too_few_orders_to_count_is_said() throws Exception {
        assertThat(of("SELDOM").marginSource()).isEqualTo("own");
        assertThat(of("SELDOM").value()).isPositive();
        assertThat(found("SELDOM").caveats()).contains("hidesLoss");
        open("/value").andExpect(content().string(containsString("One account was sold to at a loss")));
        open("/accounts/SELDOM/value")
                .andExpect(content().string(containsString("its value rests on the margin of 36 months")));
    }

    @Test
    @Order(3)
    void who_has_fallen_silent_is_lost_and_who_is_sold_to_at_a_loss_has_shrunk() throws Exception {
        assertThat(of("SILENT").alive()).isLessThan(0.1);
        assertThat(of("SILENT").value()).isPositive();
        assertThat(bridge().leavers()).isEqualTo(1);
        assertThat(bridge().lost()).isPositive();
        open("/value").andExpect(content().string(containsString("less than 10 % likely")));
        open("/accounts/SILENT/value")
                .andExpect(content().string(containsString("Margin lost")))
                .andExpect(content().string(not(containsString("Margin at risk"))));
        web.perform(get("/api/v1/accounts/SILENT/value")
                        .header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.probablyGone").value(true))
                .andExpect(jsonPath("$.moneyAtRisk").isEmpty())
                .andExpect(jsonPath("$.lostMargin").isNumber());
    }

    @Test
    @Order(3)
    void the_page_says_what_it_counts_and_where_losses_stand() throws Exception {
        open("/value")
                .andExpect(
                        content().string(containsString("5 accounts with purchases from Jan 15, 2024 to Dec 15, 2025")))
                .andExpect(content().string(containsString("5 accounts are valued by their own buying rhythm.")))
                .andExpect(content().string(containsString("One account is expected to bring a loss")))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "4 worth more than 0. Left out: 1 worth 0 (1 sold to at a loss, 0 closed, 0 probably gone")))
                .andExpect(content().string(containsString("of margin in the last twelve months to")));
    }

    @Test
    @Order(3)
    void every_account_stands_in_a_step_or_is_counted_beside_them_and_the_parts_have_a_total() throws Exception {
        Bridge bridge = bridge();
        ValueSplit split = Acting.asOperator(() -> board.view(new SplitForm("stars", null), RiskForm.FIRST, true))
                .orElseThrow()
                .split();

        assertThat(bridge.newcomers()
                        + bridge.growing()
                        + bridge.shrinking()
                        + bridge.leavers()
                        + bridge.unchanged()
                        + bridge.nothing())
                .isEqualTo(5);
        assertThat(bridge.worth()).isEqualTo(4);
        assertThat(split.total().accounts()).isEqualTo(bridge.worth());
        assertThat(split.total().value()).isEqualTo(bridge.closing());
        assertThat(split.total().before()).isEqualTo(bridge.opening());
        String page = open("/value").andReturn().getResponse().getContentAsString();
        assertThat(page).contains("All together");
        assertThat(page.contains("in no step:")).isEqualTo(bridge.uncounted() > 0);
    }

    @Test
    @Order(4)
    void a_closed_account_is_worth_nothing_at_once_and_counts_as_lost() throws Exception {
        assertThat(of("SHUT").value()).isPositive();
        assertThat(values.ensureCurrent()).isFalse();
        long kept = bridge().kept();

        web.perform(post("/accounts/SHUT/closings")
                        .param("on", "2026-01-05")
                        .param("reason", "Out of business")
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());

        assertThat(values.ensureCurrent()).isTrue();
        assertThat(values.ensureCurrent()).isFalse();
        assertThat(of("SHUT").value()).isZero();
        assertThat(of("SHUT").leaving()).isFalse();
        assertThat(bridge().leavers()).isEqualTo(2);
        assertThat(bridge().kept()).isLessThan(kept);
        web.perform(get("/api/v1/accounts/SHUT/value").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.method").value("closed"))
                .andExpect(jsonPath("$.value.value").value(0))
                .andExpect(jsonPath("$.explanation.caveats[0]").value("closed"));
        open("/accounts/SHUT/value").andExpect(content().string(containsString("The account is closed")));
        open("/value")
                .andExpect(content().string(containsString("Left out: 2 worth 0 (1 sold to at a loss, 1 closed,")))
                .andExpect(content().string(containsString("One more account stands in none of these counts: closed")));
    }

    @Test
    @Order(5)
    void the_account_that_leads_a_group_shows_the_whole_group_too() throws Exception {
        SmallFiles.bring(desk, Kind.ACCOUNTS, "code,name,parent\nSTEADY,Steady Ltd,\nTURNED,Turned Ltd,STEADY\n");

        open("/accounts/STEADY/value").andExpect(content().string(containsString("?group=true")));
        open("/accounts/STEADY/value?group=true")
                .andExpect(content().string(containsString("2 accounts of the group with purchases")))
                .andExpect(content().string(containsString("/accounts/TURNED/value")));
        open("/accounts/TURNED/value").andExpect(content().string(not(containsString("?group=true"))));
        open("/accounts/STEADY/value/group")
                .andExpect(content().string(containsString("STEADY,Steady Ltd,")))
                .andExpect(content().string(containsString("TURNED,Turned Ltd,0,")));
    }

    @Test
    @Order(6)
    void who_looks_after_nobody_is_told_so() throws Exception {
        web.perform(get("/value").locale(Locale.ENGLISH).with(cast.signedIn(cast.viewer())))
                .andExpect(content().string(containsString("None of the accounts with sales is yours")))
                .andExpect(content().string(not(containsString("/value/model"))))
                .andExpect(content().string(not(containsString("Nobody shows a sign"))));
    }

    private ResultActions open(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk());
    }
}
