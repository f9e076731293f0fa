package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.shared.Money;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The worked example of docs/definitions/profit.md, step by step.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountProfitTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Portfolio portfolio;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired CostToServe costs) {
        SmallFiles.bring(desk, Kind.SALES, """
                document,line,kind,date,customer,quantity,amount,cost
                A,1,invoice,2026-10-01,C1,3,3000,1000
                A,2,invoice,2026-10-01,C1,1,600,100
                B,1,invoice,2026-10-05,C1,1,100,50
                B,2,invoice,2026-10-05,C1,1,40,
                N,1,credit,2026-10-06,C1,-1,-200,-100
                Z,1,invoice,2026-11-15,C2,1,10,
                """);
        SmallFiles.bring(desk, Kind.RECEIVABLES, """
                number,account,issued,due,amount
                A,C1,2026-10-01,2026-10-31,3650
                B,C1,2026-10-05,2026-10-05,100
                """);
        SmallFiles.bring(desk, Kind.PAYMENTS, """
                number,invoice,account,date,amount
                P1,A,C1,2026-10-31,3650
                P2,B,C1,2026-10-05,100
                """);
        Acting.asOperator(() -> {
            costs.set(CostToServe.Rates.of(Money.of("160"), Money.of("45"), Money.of("440"), 0.12));
            return costs;
        });
    }

    private ResultActions open(String address, User user) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    @Test
    void each_step_is_shown_and_they_sum_to_the_profit() throws Exception {
        Waterfall fall = Waterfall.of(Acting.asOperator(() -> portfolio.accounting(PortfolioQuery.DEFAULT))
                .orElseThrow()
                .totals()
                .getFirst());

        // 3,740 − 200 − 40 − 1,050 − 320 − 180 − 880 − 36
        assertThat(fall.sold()).isEqualTo(3_740_0000L);
        assertThat(fall.returned()).isEqualTo(200_0000L);
        assertThat(fall.unpriced()).isEqualTo(40_0000L);
        assertThat(fall.goods()).isEqualTo(1_050_0000L);
        assertThat(fall.served().orders()).isEqualTo(320_0000L);
        assertThat(fall.served().lines()).isEqualTo(180_0000L);
        assertThat(fall.served().deliveries()).isEqualTo(880_0000L);
        assertThat(fall.served().capital()).isEqualTo(36_0000L);
        assertThat(fall.profit()).isEqualTo(1_034_0000L);
        assertThat(fall.sold()
                        - fall.returned()
                        - fall.unpriced()
                        - fall.goods()
                        - fall.served().sum())
                .isEqualTo(fall.profit());
    }

    @Test
    void the_panel_shows_the_steps_and_unknown_rebates_as_a_dash() throws Exception {
        open("/accounts/C1/profit", cast.director())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Of 3,740 sold, 1,034 is left")))
                .andExpect(content().string(containsString("no rebate ladder in force")))
                .andExpect(content().string(containsString("/accounts/C1/receivables")));
    }

    @Test
    void an_account_without_cost_has_no_profit_and_no_zero() throws Exception {
        open("/accounts/C2/profit", cast.director())
                .andExpect(content().string(containsString("Profit is not known: no line has a cost")));
    }

    @Test
    void the_chart_floats_from_step_to_step() throws Exception {
        open("/accounts/C1/profit/chart", cast.director())
                .andExpect(jsonPath("$[0].kind").value("waterfall"))
                .andExpect(jsonPath("$[0].bars[0].to").value(3740.0))
                .andExpect(jsonPath("$[0].bars[1].to").value(3540.0))
                .andExpect(jsonPath("$[0].bars[2]").isEmpty())
                .andExpect(jsonPath("$[0].bars[9].to").value(1034.0));
    }

    @Test
    void the_table_leaves_as_a_file_with_unknown_cells_empty() throws Exception {
        open("/accounts/C1/profit/table", cast.director())
                .andExpect(content().string(containsString("Rebates,\r\n")))
                .andExpect(content().string(containsString("Returns,-200")))
                .andExpect(content().string(containsString("Profit,1034")))
                .andExpect(content().string(not(containsString("Rebates,0"))));
    }

    @Test
    void days_without_sales_say_so() throws Exception {
        open("/accounts/C1/profit?from=2026-01-01&to=2026-02-01", cast.director())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No sales in these days")));
    }

    @Test
    void who_sees_the_card_alone_does_not_see_the_profit() throws Exception {
        open("/accounts/C1/profit", cast.viewer()).andExpect(status().isForbidden());
        open("/accounts/C1/profit/chart", cast.keyAccountManager()).andExpect(status().isNotFound());
    }
}
