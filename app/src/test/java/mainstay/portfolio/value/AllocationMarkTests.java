package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.CostToServe;
import mainstay.shared.Money;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Whoever reads of a loss beside a value above zero is told how both can be true: an account that once paid well, one
/// that pays well by now, and a group of one that earns and one that loses.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllocationMarkTests {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 15);
    private static final int MONTHS = 24;
    private static final String ONCE = "Sold to at a loss over the last 12 months, but with too few orders";
    private static final String OTHER_DAYS = "Its goods lost in the days shown; its value counts the margin";
    private static final String TOGETHER = "Its goods lost in the days shown, taken together";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired CostToServe costs, @Autowired Values values) {
        SmallFiles.bring(
                desk,
                Kind.ACCOUNTS,
                "code,name,parent\nHQ,Head Office,\nSHOP,Shop,HQ\nSELDOM,Seldom,\nGREW,Grew,\nPOOR,Poor,\n");
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\n");
        for (int month = 0; month < MONTHS; month++) {
            boolean thisYear = month >= 12;
            line(sales, "HQ", month, 60);
            line(sales, "SHOP", month, 190);
            line(sales, "GREW", month, thisYear ? 10 : 130);
            line(sales, "POOR", month, 130);
            if (!thisYear || month == 15 || month == 22) {
                line(sales, "SELDOM", month, thisYear ? 130 : 10);
            }
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        Acting.asOperator(() -> {
            costs.set(CostToServe.Rates.of(Money.of("20"), Money.of("0"), Money.of("0"), 0));
            return costs;
        });
        assertThat(values.ensureCurrent()).isTrue();
    }

    private static void line(StringBuilder sales, String code, int month, int cost) {
        sales.append("%s,%s-%d,%s,100,%d%n".formatted(code, code, month, FIRST.plusMonths(month), cost));
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /// The row of an account in the file.
    private String row(String code, String parameters) throws Exception {
        return page("/profit/allocation/table?" + parameters)
                .lines()
                .filter(line -> line.contains("," + code + ","))
                .findFirst()
                .orElse("");
    }

    @Test
    void who_loses_on_a_few_orders_and_earned_before_is_marked() throws Exception {
        assertThat(page("/profit/allocation?group=false")).contains("loses now, earned before", ONCE);
        assertThat(row("SELDOM", "group=false")).contains(",-60,", ONCE);
    }

    @Test
    void who_lost_in_the_days_shown_and_earns_by_now_is_marked_for_these_days() throws Exception {
        String before = "group=false&from=2024-01-15&to=2025-01-14";

        assertThat(page("/profit/allocation?" + before)).contains("loses in these days", OTHER_DAYS);
        assertThat(row("GREW", before)).contains(",-360,", OTHER_DAYS);
    }

    @Test
    void a_group_that_loses_together_is_worth_what_its_earning_account_is_worth() throws Exception {
        assertThat(page("/profit/allocation")).contains("loses together", TOGETHER);
        assertThat(row("HQ", "group=true")).contains(",-600,", TOGETHER);
        assertThat(row("SHOP", "group=false")).contains(",-1080,", ",0,").doesNotContain(TOGETHER, OTHER_DAYS);
    }

    @Test
    void who_lost_all_along_is_worth_nothing_and_needs_no_mark() throws Exception {
        assertThat(row("POOR", "group=true")).contains(",-360,").endsWith(",0,");
    }
}
