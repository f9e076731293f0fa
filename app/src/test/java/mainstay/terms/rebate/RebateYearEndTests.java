package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
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
import mainstay.terms.RebateFigures;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// In the first quarter of a year a rebate by quarters is expected for all four of them: the ledger reaches
/// to 10 February.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateYearEndTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    RebateFigures figures;

    @Autowired
    JdbcClient database;

    private TransactionTemplate transactions;
    private RebateTestbed bed;

    @BeforeAll
    void two_years_of_quarters(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates,
            @Autowired PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        bed = new RebateTestbed(accounts, accruals, rebates);
        StringBuilder sales = new StringBuilder("customer,document,date,product,category,amount\n");
        int document = 0;
        for (String code : new String[] {"STEADY", "ENDING", "GROWING", "MIXED", "CHANGING", "UNPAID"}) {
            for (String day : new String[] {
                "2024-02-05",
                "2024-05-10",
                "2024-08-10",
                "2024-11-10",
                "2025-02-05",
                "2025-05-10",
                "2025-08-10",
                "2025-11-10",
                "2026-02-05"
            }) {
                document++;
                sales.append("%s,%d,%s,P1,tea,60000\n".formatted(code, document, day));
                document++;
                sales.append("%s,%d,%s,P2,tools,40000\n".formatted(code, document, day));
            }
        }
        sales.append("FRESH,F1,2026-01-02,P1,tea,41000\nLAST,L1,2026-02-10,P1,tea,1\n");
        TermsTestbed.bring(desk, Kind.SALES, sales.toString());
        bed.ladder("Quarterly", "quarter", "2026-01-01", 10, 0.01);
    }

    private RebateFigures.Rebate limit(String code) {
        bed.of(code);
        return Acting.asOperator(
                () -> Objects.requireNonNull(transactions.execute(status -> figures.of(bed.id(code)))));
    }

    @Test
    void the_quarters_that_have_not_begun_are_expected_as_the_last_twelve_months_were() throws Exception {
        bed.agree("STEADY", "Quarterly", "2026-01-01", false);

        assertThat(limit("STEADY").accrued()).isEqualTo(1_000_0000L);
        assertThat(limit("STEADY").expected()).isEqualTo(4_000_0000L);
        Rebate running = bed.of("STEADY", "Quarterly", "2026-01-01");
        assertThat(running.expected()).isEqualTo(1_000_0000L);
        assertThat(running.toCome()).isEqualTo(3_000_0000L);
        web.perform(get(running.path()).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("quarters of the year that have not begun, 3,000 more")));
    }

    @Test
    void a_limit_holds_what_is_unpaid_of_all_periods_against_what_this_year_alone_is_expected_to_earn() {
        bed.ladder("Since 2025", "quarter", "2025-01-01", 10, 0.01);
        bed.agree("UNPAID", "Since 2025", "2025-01-01", false);
        assertThat(limit("UNPAID").accrued())
                .as("four quarters and the running one")
                .isEqualTo(5_000_0000L);
        assertThat(limit("UNPAID").expected()).as("of 2026").isEqualTo(4_000_0000L);

        bed.of("UNPAID").stream()
                .filter(one -> one.periodFrom().getYear() == 2025)
                .forEach(one -> bed.book(one, "payout", Objects.requireNonNull(one.earned())));

        assertThat(limit("UNPAID").accrued()).isEqualTo(1_000_0000L);
        assertThat(limit("UNPAID").expected()).isEqualTo(4_000_0000L);
    }

    @Test
    void who_is_new_is_expected_to_go_on_as_since_the_first_purchase() {
        bed.agree("FRESH", "Quarterly", "2026-01-01", false);

        assertThat(limit("FRESH").expected())
                .as("41,000 in 41 days, so 1,000 a day for 365 days")
                .isEqualTo(3_650_0000L);
    }

    @Test
    void nothing_is_expected_after_the_last_day_of_an_agreement() {
        bed.ladder("Until June", "quarter", "2026-01-01", 10, 0.01);
        bed.agree("ENDING", "Until June", "2026-01-01", false);
        bed.inside("update terms.agreement set valid_until = '2026-06-30' where word = 'Until June'");

        assertThat(limit("ENDING").expected()).isEqualTo(2_000_0000L);
    }

    @Test
    void growth_is_held_against_the_same_quarter_and_a_mix_goes_on_at_its_share() {
        bed.ladder("Growth", "quarter", "2026-01-01", 0, 0.02);
        bed.inside(
                "update terms.ladder_version v set basis = 'growth' from terms.ladder l where l.id = v.ladder_id and l.name = 'Growth'");
        bed.agree("GROWING", "Growth", "2026-01-01", false);
        assertThat(limit("GROWING").expected()).isEqualTo(8_000_0000L);

        bed.ladder("Tea", "quarter", "2026-01-01", 0.5, 0.01);
        bed.inside(
                "update terms.ladder_version v set basis = 'mix', categories = '{tea}' from terms.ladder l where l.id = v.ladder_id and l.name = 'Tea'");
        bed.agree("MIXED", "Tea", "2026-01-01", false);
        assertThat(limit("MIXED").expected()).isEqualTo(2_400_0000L);
    }

    @Test
    void a_version_that_begins_later_in_the_year_is_reckoned_with() {
        bed.ladder("Rising", "quarter", "2026-01-01", 10, 0.01);
        bed.inside("""
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at, published_by, published_at)
                select id, 2, 'revenue', 'quarter', 'whole', 'CNY', '{}', '2026-07-01', 'story', now(), 'story', now()
                from terms.ladder where name = 'Rising'
                """, """
                insert into terms.ladder_step (version_id, ladder_id, place, threshold, rate)
                select v.id, v.ladder_id, 1, 10, 0.03
                from terms.ladder_version v join terms.ladder l on l.id = v.ladder_id where l.name = 'Rising' and v.version = 2
                """);
        bed.agree("CHANGING", "Rising", "2026-01-01", false);

        assertThat(limit("CHANGING").expected()).as("1 + 1 + 3 + 3 thousand").isEqualTo(8_000_0000L);
    }

    @Test
    void a_limit_reads_balances_and_looks_at_no_pool() {
        String plan = Acting.asOperator(() -> Objects.requireNonNull(transactions.execute(status -> String.join(
                "\n",
                database.sql("explain " + AccruedRebates.FIGURES)
                        .param("account", bed.id("STEADY"))
                        .param("asOf", LocalDate.of(2026, 2, 10))
                        .param("fiscal", 1)
                        .query((row, number) -> row.getString(1))
                        .list()))));

        assertThat(plan).contains("accrual").doesNotContain("WindowAgg").doesNotContain("pool");
    }
}
