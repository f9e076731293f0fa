package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.Basis;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.SalesView;
import mainstay.portfolio.Served;
import mainstay.portfolio.Standing;
import mainstay.portfolio.Standings;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Profit bears what rebates cost, as in docs/definitions/rebate-cost.md.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateCostTests {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 13);
    private static final String YEAR = "?from=2026-01-01&to=2026-11-13";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Portfolio portfolio;

    @Autowired
    Standings standings;

    @Autowired
    Accruals accruals;

    @Autowired
    Grants grants;

    private RebateTestbed bed;

    @BeforeAll
    void ladders_and_who_is_on_them(
            @Autowired ImportDesk desk, @Autowired Accounts accounts, @Autowired Rebates rebates) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,category,amount,cost
                STARS,1,2025-03-10,tea,100000,70000
                OWN,2,2025-12-10,tea,10000,5000
                OWN,3,2026-02-10,tea,150000,100000
                OWN,4,2026-06-10,tea,50000,30000
                HEAD,5,2026-01-15,tea,60000,40000
                SON,6,2026-04-01,tea,70000,50000
                ODD,7,2026-01-15,tea,1000.01,700
                ODD1,8,2026-04-01,tea,2000.02,900
                ODD2,9,2026-04-02,tea,333.37,900
                THIN,10,2026-05-05,tea,100000,99000
                GROWS,11,2026-03-01,tea,20000,15000
                LATER,12,2026-03-01,tea,200000,100000
                LAST,13,2026-11-13,tea,1,
                """);
        TermsTestbed.bring(
                desk,
                Kind.ACCOUNTS,
                "code,name,parent,holding\nSON,Son,HEAD,80\nODD1,Odd one,ODD,80\nODD2,Odd two,ODD1,80\n");
        bed.ladder("Tier", "year", "2025-01-01", 50_000, 0.01);
        bed.ladder("Own", "year", "2026-01-01", 100_000, 0.02);
        bed.ladder("House", "year", "2026-01-01", 100_000, 0.03);
        bed.ladder("Small", "year", "2026-01-01", 1_000, 0.01);
        bed.ladder("Hushed", "year", "2026-01-01", 10_000, 0.01);
        bed.ladder("Growth", "year", "2026-01-01", 0.05, 0.01);
        bed.inside(
                "update terms.ladder set confidential = true, roles = '{director}' where name = 'Hushed'",
                "update terms.ladder_version v set basis = 'growth' from terms.ladder l where l.id = v.ladder_id and l.name = 'Growth'");
        bed.agree("OWN", "Own", "2026-01-01", false);
        bed.agree("OWN", "Hushed", "2026-01-01", false);
        bed.agree("THIN", "Own", "2026-01-01", false);
        bed.agree("GROWS", "Growth", "2026-01-01", false);
        bed.agree("HEAD", "House", "2026-01-01", true);
        bed.agree("ODD", "Small", "2026-01-01", true);
        bed.byStars("Tier", "STARS");
        accruals.ensureCurrent();
    }

    private static PortfolioQuery days(String from, String to, boolean group) {
        return new PortfolioQuery(
                LocalDate.parse(from), LocalDate.parse(to), LAST, group, Basis.DELIVERED, SalesView.NET);
    }

    private Accounting year(boolean group) {
        return Acting.asOperator(() -> portfolio.accounting(days("2026-01-01", "2026-11-13", group)))
                .orElseThrow();
    }

    private static Served served(Accounting all, String code) {
        return total(all, code).served();
    }

    private static AccountTotal total(Accounting all, String code) {
        return all.totals().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Served between(String code, String from, String to) {
        return served(
                Acting.asOperator(() -> portfolio.accounting(days(from, to, false)))
                        .orElseThrow(),
                code);
    }

    private String page(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void an_account_bears_what_its_own_ladders_have_earned() {
        // 2 % of 200,000, and 1 % in confidence.
        assertThat(served(year(false), "OWN").rebates()).isEqualTo(6_000_0000L);
        assertThat(total(year(false), "OWN").profit()).isEqualTo(64_000_0000L);
        assertThat(total(year(false), "OWN").goodsProfit()).isEqualTo(70_000_0000L);
    }

    @Test
    void what_is_paid_out_and_comes_back_moves_no_profit() {
        Rebate house = bed.of("ODD", "Small", "2026-01-01");
        bed.book(house, "payout", 40_0000L);
        bed.book(house, "repaid", 6_6700L);

        assertThat(bed.of("ODD", "Small", "2026-01-01").balance()).isZero();
        assertThat(served(year(true), "ODD").rebates()).isEqualTo(33_3300L);
    }

    @Test
    void who_is_billed_bears_as_much_as_who_buys() {
        PortfolioQuery billed =
                new PortfolioQuery(LocalDate.of(2026, 1, 1), LAST, LAST, false, Basis.BILLED, SalesView.NET);
        Accounting all = Acting.asOperator(() -> portfolio.accounting(billed)).orElseThrow();

        assertThat(served(all, "OWN").rebates()).isEqualTo(6_000_0000L);
        assertThat(served(all, "SON").rebates()).isEqualTo(2_100_0000L);
    }

    @Test
    void days_bear_their_part_of_the_period() {
        assertThat(between("OWN", "2026-06-01", "2026-06-30").rebates()).isEqualTo(1_500_0000L);
        assertThat(between("OWN", "2026-02-10", "2026-02-20").rebates()).isEqualTo(4_500_0000L);
        assertThat(between("OWN", "2025-12-01", "2025-12-31")).isEqualTo(Served.NOTHING);
        // The twelve months begin in December, the period of the ladder in January.
        assertThat(between("OWN", "2025-11-14", "2026-11-13").rebates()).isEqualTo(6_000_0000L);
    }

    @Test
    void an_account_bears_the_ladder_of_its_stars() {
        assertThat(between("STARS", "2025-01-01", "2025-12-31").rebates()).isEqualTo(1_000_0000L);
    }

    @Test
    void each_of_a_group_bears_its_own_purchases_and_all_of_them_what_the_group_earned() {
        Accounting singly = year(false);
        Accounting grouped = year(true);

        // 3 % of 130,000
        assertThat(served(singly, "HEAD").rebates()).isEqualTo(1_800_0000L);
        assertThat(served(singly, "SON").rebates()).isEqualTo(2_100_0000L);
        assertThat(served(grouped, "HEAD").rebates()).isEqualTo(3_900_0000L);
        // 1 % of 3,333.40, rounded to 33.33: no part is lost
        assertThat(List.of("ODD", "ODD1", "ODD2").stream()
                        .mapToLong(code -> served(singly, code).rebates())
                        .sum())
                .isEqualTo(33_3300L)
                .isEqualTo(served(grouped, "ODD").rebates());
    }

    @Test
    void accounts_groups_and_segments_sum_to_the_same_profit() throws Exception {
        assertThat(profits(year(false))).isEqualTo(profits(year(true)));
        assertThat(year(false).totals().stream()
                        .mapToLong(one -> one.served().rebates())
                        .sum())
                .isEqualTo((6_000_00L + 3_900_00L + 33_33L + 2_000_00L) * 100);
        assertThat(year(false).whale().peak().orElseThrow()
                        - year(false).whale().erosion().orElseThrow())
                .isCloseTo(1, within(1e-9));
        List<String> rows = page(cast.director(), "/profit/table" + YEAR + "&by=category")
                .lines()
                .toList();
        assertThat(rows.getFirst()).contains("Margin,Rebates,Cost to serve");
        assertThat(rows.getLast()).startsWith("All accounts,").contains("," + "204900.07" + ",");
    }

    private static long profits(Accounting all) {
        return all.totals().stream()
                .map(AccountTotal::profit)
                .filter(java.util.Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void a_rebate_that_is_not_known_is_told_and_no_nought() throws Exception {
        assertThat(served(year(false), "GROWS")).isEqualTo(Served.ofRebates(0, 1));
        assertThat(page(cast.director(), "/accounts/GROWS/profit" + YEAR))
                .contains("Of one account a rebate is not known, and profit is before it");
        assertThat(page(cast.director(), "/accounts/GROWS/profit/table" + YEAR)).contains("Rebates,\r\n");
        for (String board : List.of("/profit", "/profit/whale", "/profit/allocation")) {
            assertThat(page(cast.director(), board + YEAR)).contains("Of one account a rebate is not known");
        }
    }

    @Test
    void the_account_shows_the_step_and_the_way_to_its_rebates() throws Exception {
        assertThat(page(cast.director(), "/accounts/HEAD/profit" + YEAR))
                .contains("/accounts/HEAD/rebates\"")
                .contains(
                        "60,000 of sales with a known cost − 40,000 of goods − 1,800 of rebates − 0 of serving = 18,200");
        assertThat(page(cast.director(), "/accounts/HEAD/profit/table" + YEAR)).contains("Rebates,-1800");
    }

    @Test
    void the_whale_board_has_rebates_between_goods_and_serving() throws Exception {
        assertThat(page(cast.director(), "/profit/whale/table" + YEAR))
                .contains("Goods earn,Rebates,Serving")
                .contains("THIN,THIN,100000,1000,2000,0,0,1000,Reprice,1000");
    }

    @Test
    void who_may_not_know_of_a_ladder_does_not_learn_of_it_after_who_may() throws Exception {
        String address = "/accounts/OWN/profit/table?from=2026-01-01&to=2026-11-12";

        assertThat(page(cast.director(), address)).contains("Rebates,-6000").contains("Profit,64000");
        assertThat(page(cast.controller(), address)).contains("Rebates,-4000").contains("Profit,66000");
        assertThat(page(cast.director(), address)).contains("Rebates,-6000");
    }

    @Test
    void who_sees_a_part_of_a_group_does_not_know_its_rebate() {
        User manager = cast.keyAccountManager();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(bed.id("HEAD"), manager.id()), Level.FULL);
            return null;
        });

        Accounting seen = cast.as(manager, () -> portfolio.accounting(days("2026-01-01", "2026-11-13", false)))
                .orElseThrow();
        assertThat(served(seen, "HEAD")).isEqualTo(Served.ofRebates(0, 1));
        assertThat(seen.totals()).hasSize(1);
    }

    @Test
    void ratings_rest_on_profit_before_rebates() {
        Standing thin = Acting.asOperator(() -> standings.at(LAST, false)).stream()
                .filter(one -> one.accountId() == bed.id("THIN"))
                .findFirst()
                .orElseThrow();

        assertThat(thin.profit()).isEqualTo(1_000_0000L);
        assertThat(between("THIN", "2025-11-14", "2026-11-13").rebates()).isEqualTo(2_000_0000L);
    }

    @Test
    void profit_follows_the_next_run() {
        assertThat(between("LATER", "2026-03-01", "2026-03-31")).isEqualTo(Served.NOTHING);

        bed.agree("LATER", "Own", "2026-03-01", false);
        accruals.ensureCurrent();
        assertThat(between("LATER", "2026-03-01", "2026-03-31").rebates()).isEqualTo(4_000_0000L);

        bed.inside("update terms.agreement set ended_on = valid_from where account_id = " + bed.id("LATER"));
        accruals.ensureCurrent();
        assertThat(between("LATER", "2026-03-01", "2026-03-31")).isEqualTo(Served.NOTHING);
    }
}
