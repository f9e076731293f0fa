package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.User;
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
import org.springframework.test.web.servlet.ResultActions;

/// A trader with an account that carries, one that orders every day, and one that pays late; two years of
/// sales.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfitPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired CostToServe costs) {
        SmallFiles.bring(desk, Kind.ACCOUNTS, """
                code,name,category,region
                CARRY,Carry Ltd,Retail,North
                BUSY,Busy Ltd,Retail,South
                LATE,Late Ltd,Trade,
                """);
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\n");
        sales.append("CARRY,O1,2025-01-05,1000,600\nLATE,O2,2025-01-11,1000,600\nGONE,O3,2025-01-12,100,60\n");
        sales.append("CARRY,E1,2026-01-10,10000,6000\nLATE,E2,2026-01-11,1000,960\n");
        for (int day = 1; day <= 10; day++) {
            sales.append("BUSY,B%d,2026-01-%02d,100,90%n".formatted(day, day));
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        SmallFiles.bring(desk, Kind.RECEIVABLES, """
                number,account,issued,due,amount
                E2,LATE,2026-01-11,2026-02-10,1000
                """);
        SmallFiles.bring(desk, Kind.SALES, "customer,document,date,amount,cost\nCARRY,E9,2026-12-31,1,1\n");
        Acting.asOperator(() -> {
            costs.set(CostToServe.Rates.of(Money.of("20"), Money.of("0"), Money.of("0"), 0.10));
            return costs;
        });
    }

    private ResultActions open(String address, User user) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(String address) throws Exception {
        return open(address, cast.director())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void segments_by_category_sum_to_the_whole() throws Exception {
        // CARRY 10,001 − 6,001 − 40 = 3,960; BUSY 1,000 − 900 − 200 = −100;
        // LATE 1,000 − 960 − 20 − 1,000 · 354 · 0.10 / 365 = −76.9863
        String file = page("/profit/table?by=category");

        assertThat(file)
                .contains("Retail,2,1,11001,3860,")
                .contains("Trade,1,1,1000,-76.9863,")
                .contains("All accounts,3,2,12001,3783.0137,");
        assertThat(page("/profit?by=category"))
                .contains("102.0 % of the profit of 3,783 comes from Retail")
                .contains("/accounts?category=Retail");
    }

    @Test
    void accounts_without_a_region_stand_apart_and_stars_can_part_them() throws Exception {
        assertThat(page("/profit?by=region")).contains("North", "South", "Not named");
        assertThat(page("/profit")).contains("Profit by segment");
    }

    @Test
    void a_saved_view_is_a_segment_against_all_others() throws Exception {
        web.perform(post("/accounts/views")
                .with(cast.signedIn(cast.director()))
                .param("name", "Retailers")
                .param("category", "Retail"));

        String links = page("/profit?by=category");
        assertThat(links).contains("View: Retailers");
        String number = links.replaceAll("(?s).*?/profit\\?view=(\\d+).*", "$1");
        assertThat(page("/profit/table?view=" + number))
                .contains("View: Retailers,2,")
                .contains("All others than Retailers,1,")
                .contains("All accounts,3,");
        open("/profit?view=" + number, cast.controller()).andExpect(status().isNotFound());
    }

    @Test
    void segments_that_do_not_exist_are_refused() throws Exception {
        open("/profit?by=moon", cast.director()).andExpect(status().isUnprocessableContent());
        open("/profit?view=999999", cast.director()).andExpect(status().isNotFound());
        open("/profit?view=x", cast.director()).andExpect(status().is4xxClientError());
    }

    @Test
    void who_sees_no_business_is_told_so_on_every_page() throws Exception {
        for (String address : new String[] {"/profit", "/profit/whale", "/profit/allocation", "/profit/what-if"}) {
            for (User nobody : new User[] {cast.viewer(), cast.keyAccountManager()}) {
                open(address, nobody)
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("None of the accounts with sales is yours")))
                        .andExpect(content().string(not(containsString("3,784"))))
                        .andExpect(content().string(not(containsString("Work it out"))));
            }
        }
        open("/profit/what-if", cast.director()).andExpect(content().string(containsString("Work it out")));
    }

    @Test
    void loss_makers_are_counted_in_groups_or_in_accounts_and_it_is_said() throws Exception {
        assertThat(page("/profit/whale")).contains("(2, groups as one)").doesNotContain("Compared with");
        assertThat(page("/profit/whale?group=false")).contains("(2 single accounts)");
    }

    @Test
    void serving_is_told_as_a_part_of_what_was_sold_everywhere_on_the_page() throws Exception {
        // BUSY sold 1,000 and took 10 orders of 20 to serve
        assertThat(page("/accounts/BUSY/profit"))
                .contains("serving takes 20.0 % of what was sold")
                .contains("Shares are of what was sold before returns")
                .doesNotContain("Compared with");
    }

    @Test
    void more_points_than_leave_are_not_gained() throws Exception {
        assertThat(page("/profit/what-if?points=20&retention=95&by=tier"))
                .contains("You asked for 20 points, but only 5 points can still be kept a year")
                .contains("Worked out with the retention of 95.0 % that you gave");
        assertThat(page("/profit/what-if?by=category")).contains("1 to 100; starts at 10,");
    }

    @Test
    void days_that_are_turned_round_are_said_at_the_picker_and_in_no_file() throws Exception {
        String turned = "?from=2026-05-01&to=2026-01-01";
        for (String address : List.of("/profit", "/profit/whale", "/profit/allocation", "/accounts/BUSY/profit")) {
            open(address + turned, cast.director())
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(
                            content().string(containsString("after its end on Jan 1, 2026.</strong> Shown instead: ")))
                    .andExpect(content().string(containsString("value=\"2026-05-01\"")));
            open(address + "/table" + turned, cast.director()).andExpect(status().isUnprocessableContent());
        }
        open("/accounts/BUSY/profit/chart" + turned, cast.director()).andExpect(status().isUnprocessableContent());
        open("/profit?period=moon", cast.director())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is no period called moon.</strong> Shown instead")));
    }

    @Test
    void days_that_cannot_be_read_are_said_at_the_picker_and_in_no_file() throws Exception {
        for (String asked : List.of("from=2026-13-45", "to=gestern", "from=0000-01-01", "asOf=<b>")) {
            for (String address : List.of("/profit", "/profit/whale", "/profit/allocation", "/accounts/BUSY/profit")) {
                open(address + "?" + asked, cast.director())
                        .andExpect(status().isUnprocessableContent())
                        .andExpect(
                                content()
                                        .string(
                                                containsString(
                                                        "is not a day. Write days like 2026-11-17, between 1900 and 2200.</strong> Shown instead: ")));
                open(address + "/table?" + asked, cast.director()).andExpect(status().isUnprocessableContent());
            }
        }
        assertThat(open("/profit?from=2026-13-45&to=2026-12-01", cast.director())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("“2026-13-45” is not a day", "value=\"2026-12-01\"")
                .containsOnlyOnce("aria-invalid");
        open("/profit?compare=apples", cast.director())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("not with apples.</strong> Shown instead")))
                .andExpect(content().string(not(containsString("aria-invalid"))));
    }

    @Test
    void an_address_that_asks_for_more_than_the_page_knows_is_told_so() throws Exception {
        String unknown = "holds what the page does not know: ";
        assertThat(page("/portfolio/regions?from=2026-05-01&to=2026-01-01")).contains(unknown + "from, to.");
        assertThat(page("/value?period=moon")).contains(unknown + "period.");
        assertThat(page("/profit?by=region&perido=12m")).contains(unknown + "perido.");
        assertThat(page("/profit?by=region&period=12m&compare=none&asOf=2026-12-31"))
                .doesNotContain(unknown);
        open("/profit?period=moon", cast.director()).andExpect(status().isUnprocessableContent());
    }

    @Test
    void the_whale_board_gives_each_loss_a_verdict_and_its_effect() throws Exception {
        String board = page("/profit/whale?group=false");

        // 3,960 earned, 176.9863 lost: 3,783.0137 in all
        assertThat(board)
                .contains("The peak of 104.7 % less the erosion of 4.7 % is the whole profit")
                .contains("Prepay")
                .contains("Order minimum");
        assertThat(page("/profit/whale/table?group=false"))
                .contains("LATE,Late Ltd,1000,40,,20,96.9863,76.9863,Prepay,96.9863")
                .contains("BUSY,Busy Ltd,1000,100,,200,0,100,Order minimum,100");
        assertThat(board).contains("Service drain").contains("Core");
    }

    @Test
    void allocation_names_who_takes_more_than_they_earn() throws Exception {
        String board = page("/profit/allocation?group=false");

        assertThat(board).contains("Served more than they earn (2)").contains("Served less than they earn (1)");
        assertThat(board).contains("Hours are compared as soon as activities carry them");
    }

    @Test
    void a_loss_maker_is_advised_the_same_wherever_it_stands() throws Exception {
        for (String advice : new String[] {
            "Orders of 100 on average do not pay for serving them; from 200 on they break even",
            "waiting for the money makes the loss of 77"
        }) {
            for (String unit : new String[] {"", "?group=true", "?group=false"}) {
                assertThat(page("/profit/whale" + unit)).contains(advice);
                assertThat(page("/profit/allocation" + unit))
                        .contains(advice)
                        .doesNotContain("serve less, or charge for it");
            }
        }
    }

    @Test
    void whale_board_and_allocation_say_what_is_counted_and_count_the_same_by_default() throws Exception {
        for (String board : new String[] {"/profit/whale", "/profit/allocation"}) {
            assertThat(page(board)).contains("Groups under common control count as one here");
            assertThat(page(board + "?group=false")).contains("Each account counts by itself here");
        }
    }

    @Test
    void allocation_leaves_as_a_file_with_both_lists() throws Exception {
        String file = page("/profit/allocation/table?group=false");

        assertThat(file.lines().findFirst().orElseThrow())
                .endsWith(
                        "Section,Code,Account,Why,Goods earn after rebates,Cost to serve,Beyond their share,Value,About the value");
        assertThat(file)
                .containsPattern("Served more than it earns,BUSY,Busy Ltd,\"?Orders of 100 .*,100,200,191.3771,")
                .contains("Served less than it earns,CARRY,");
        assertThat(page("/profit/allocation")).contains("/profit/allocation/table?");
    }

    @Test
    void a_page_of_the_allocation_that_is_not_there_is_empty_and_the_other_list_stays() throws Exception {
        String second = page("/profit/allocation?group=false&over=2");

        assertThat(second).contains("Served more than they earn (2)").contains("/accounts/CARRY/profit");
        assertThat(second).doesNotContain("/accounts/BUSY/profit");
    }

    @Test
    void the_what_if_works_from_margins_and_retention_of_the_ledger() throws Exception {
        String board = page("/profit/what-if?points=5&discount=10&by=category");

        assertThat(board)
                .contains("25 % to 85 %")
                .contains("too good to be true")
                .contains("of what the customers are worth here")
                .contains("Change of the profit, %")
                .contains("is not customer equity: this is profit after rebates and cost to serve")
                .contains("over 36 months");
        assertThat(page("/profit/what-if?points=5&discount=10&retention=60&margin=0"))
                .contains("20.4 %");
        open("/profit/what-if?points=NaN&discount=<script>", cast.director())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<script>\""))))
                .andExpect(content().string(containsString("a number from 0 to 50")));
    }

    @Test
    void the_points_start_at_half_of_what_leaves_and_at_five_at_most() throws Exception {
        assertThat(page("/profit/what-if?retention=96")).contains("0 to 50; starts at 2,");
        assertThat(page("/profit/what-if?retention=60")).contains("0 to 50; starts at 5,");
    }

    @Test
    void keeping_has_a_cost_and_winning_is_not_known() throws Exception {
        // CARRY: two orders at 20; LATE: one, and 1,000 owed for 354 days at 10 %: 40 and 116.9863, on average 78
        assertThat(page("/profit/what-if?by=category"))
                .contains("Keeping one customer costs 78 a year; what winning one costs is not known")
                .contains("Winning one is not known: hours and money spent before the first order");
        assertThat(page("/profit/what-if?retention=60&by=region"))
                .contains("name=\"by\" value=\"region\"")
                .contains("/profit/what-if?by=category&amp;retention=60");
    }

    @Test
    void accounts_without_a_segment_stand_last() throws Exception {
        List<String> regions = page("/profit/table?by=region").lines().toList();

        assertThat(regions).hasSize(5);
        assertThat(regions.get(3)).startsWith("Not named,1,");
        assertThat(regions.get(4)).startsWith("All accounts,3,");
    }

    @Test
    void the_pages_speak_chinese() throws Exception {
        for (String address : new String[] {"/profit", "/profit/whale", "/profit/allocation", "/profit/what-if"}) {
            web.perform(get(address).locale(Locale.SIMPLIFIED_CHINESE).with(cast.signedIn(cast.director())))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("利润")));
        }
    }

    @Test
    void a_director_sees_what_other_costs_would_do_before_saving_them() throws Exception {
        web.perform(post("/settings/rules")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director()))
                        .param("revision", "0")
                        .param("perOrder", "0")
                        .param("perVisit", "12")
                        .param("capitalRate", "0")
                        .param("preview", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("With these costs 0 accounts would lose money")))
                .andExpect(content().string(containsString("with those in force 2 do")));
        assertThat(page("/settings/rules")).contains("name=\"perVisit\" value=\"\"");
    }

    @Test
    void costs_below_zero_are_refused_in_a_preview_too() throws Exception {
        web.perform(post("/settings/rules")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director()))
                        .param("revision", "0")
                        .param("perOrder", "-1")
                        .param("perVisit", "NaN")
                        .param("perRequest", "1e30")
                        .param("preview", "true"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_manager_of_nobody_changes_no_costs() throws Exception {
        web.perform(post("/settings/rules")
                        .with(cast.signedIn(cast.keyAccountManager()))
                        .param("revision", "0"))
                .andExpect(status().isForbidden());
    }
}
