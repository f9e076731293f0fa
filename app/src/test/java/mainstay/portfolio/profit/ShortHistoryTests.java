package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.value.Values;
import mainstay.shared.Money;
import mainstay.testing.Cast;
import mainstay.testing.ExplainedNumbers;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// One has bought every ten days for two years; two have for two months, one of them by itself and one under
/// the first.
/// All of them but the first cost more than they bring.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShortHistoryTests {
    private static final String MARK = "</span>\\s*<span class=\"tag tag-muted\" title=\"Its figures rest on 7 days";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired CostToServe costs, @Autowired Values values) {
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\n");
        for (int k = 0; k <= 70; k++) {
            sales.append("STEADY,S%d,%s,1000,500%n"
                    .formatted(k, LocalDate.of(2024, 1, 1).plusDays(10L * k)));
            sales.append(
                    "LONG,L%d,%s,100,90%n".formatted(k, LocalDate.of(2024, 1, 1).plusDays(10L * k)));
        }
        for (int k = 0; k <= 6; k++) {
            LocalDate day = LocalDate.of(2025, 10, 1).plusDays(10L * k);
            sales.append("FRESH,F%d,%s,100,90%nBELOW,B%d,%s,100,90%n".formatted(k, day, k, day));
            sales.append("UNDER,U%d,%s,100,90%n".formatted(k, day));
        }
        sales.append("SHUT,U,2025-10-03,100,90\n");
        SmallFiles.bring(desk, Kind.ACCOUNTS, """
                code,name,parent,closedOn
                STEADY,Steady,,
                FRESH,Fresh,,
                BELOW,Below,LONG,
                LONG,Long,,
                UNDER,Under,,
                SHUT,Shut,UNDER,2025-11-01
                """);
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        Acting.asOperator(() -> {
            costs.set(CostToServe.Rates.of(Money.of("30"), Money.of("0"), Money.of("0"), 0.0));
            return costs;
        });
        assertThat(values.ensureCurrent()).isTrue();
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void who_bought_on_few_days_is_marked_wherever_its_figures_stand() throws Exception {
        for (String board : new String[] {"/profit/whale", "/profit/allocation"}) {
            assertThat(page(board + "?group=false"))
                    .containsPattern("FRESH" + MARK)
                    .containsPattern("BELOW" + MARK)
                    .doesNotContainPattern("LONG" + MARK);
        }
        assertThat(page("/accounts/FRESH/value")).contains("Short history: it bought on few days");
        assertThat(page("/accounts/STEADY/value")).doesNotContain("Short history");
    }

    @Test
    void every_number_opens_its_explanation() throws Exception {
        for (String place : new String[] {
            "/value",
            "/profit",
            "/profit/whale",
            "/profit/allocation",
            "/profit/what-if",
            "/accounts/STEADY/value",
            "/accounts/STEADY/profit",
            "/accounts/LONG/value?group=true"
        }) {
            String shown = page(place);
            assertThat(ExplainedNumbers.count(shown)).as(place).isPositive();
            assertThat(ExplainedNumbers.unexplained(shown)).as(place).isEmpty();
        }
        assertThat(ExplainedNumbers.unexplained("<section><td class=\"num\">7</td></section>"))
                .hasSize(1);
        assertThat(ExplainedNumbers.unexplained("<td class=\"num\">7</td>")).hasSize(1);
    }

    @Test
    void a_group_is_marked_only_where_all_of_its_accounts_are() throws Exception {
        for (String board : new String[] {"/profit/whale", "/profit/allocation"}) {
            assertThat(page(board))
                    .containsPattern("FRESH" + MARK)
                    .containsPattern(">LONG</span>")
                    .doesNotContainPattern("LONG" + MARK)
                    .doesNotContain(">BELOW</span>");
        }
    }

    @Test
    void a_closed_account_does_not_make_the_history_of_its_group_long() throws Exception {
        for (String board : new String[] {"/profit/whale", "/profit/allocation"}) {
            assertThat(page(board)).containsPattern("UNDER" + MARK).doesNotContain(">SHUT</span>");
        }
    }

    @Test
    void a_group_is_worth_what_its_accounts_are_worth_together() throws Exception {
        String singly = page("/profit/allocation/table?group=false");
        String grouped = page("/profit/allocation/table");

        assertThat(value(grouped, "LONG")).isEqualTo(value(singly, "LONG") + value(singly, "BELOW"));
        assertThat(value(grouped, "FRESH")).isEqualTo(value(singly, "FRESH")).isPositive();
    }

    private static double value(String file, String code) {
        return file.lines()
                .filter(line -> line.contains("," + code + ","))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
