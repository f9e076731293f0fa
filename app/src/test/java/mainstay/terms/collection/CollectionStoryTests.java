package mainstay.terms.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.identity.FirmSettings;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// From whom to collect first, and what lateness costs them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Debtors debtors;

    @Autowired
    FirmReceivables firm;

    @Autowired
    FirmDesk settings;

    @BeforeAll
    void a_ledger(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,manager,managerName
                LARGE,Large Works,M1,Ma Li
                PUBLIC,City Hall,M1,Ma Li
                =CMD,=cmd|' /C calc'!A0,M2,
                GOOD,Pays in time,M2,
                """);
        TermsTestbed.bring(desk, Kind.SALES, "customer,document,date,amount\nGOOD,X1,2026-11-10,1\n");
        TermsTestbed.bring(desk, Kind.RECEIVABLES, """
                customer,number,issued,due,amount
                LARGE,L1,2026-08-12,2026-12-31,1000000
                PUBLIC,P1,2026-09-01,2026-10-01,2000
                PUBLIC,P2,2026-07-01,2026-07-31,1000
                =CMD,C1,2026-11-01,2026-11-05,50
                GOOD,G1,2026-11-01,2026-12-01,700
                GOOD,G2,2026-10-01,2026-11-01,300
                """);
        TermsTestbed.bring(
                desk,
                Kind.RECEIVABLES,
                "customer,number,issued,due,amount,currency\nGOOD,F1,2026-11-02,2026-12-01,900,XOF\n");
        TermsTestbed.bring(desk, Kind.PAYMENTS, "customer,invoice,date,amount\nGOOD,G2,2026-10-20,300\n");
        Acting.asOperator(() -> {
            FirmSettings now = settings.settings();
            return settings.settle(new FirmSettings(
                    "Small Firm",
                    now.currency(),
                    now.timeZone(),
                    now.fiscalYearStart(),
                    "small",
                    now.nameOrder(),
                    now.workingDays(),
                    true));
        });
    }

    private List<DebtorRow> rows(DebtorWish wish) {
        return Acting.asOperator(() -> debtors.page(wish)).rows();
    }

    private static DebtorWish wish(int late, String sort) {
        return new DebtorWish(null, null, late, sort, null);
    }

    @Test
    void who_owes_the_most_that_is_late_stands_first_and_lateness_has_its_own_order() {
        assertThat(rows(wish(1, "overdue"))).extracting(DebtorRow::code).containsExactly("PUBLIC", "=CMD");
        assertThat(rows(wish(0, "open")))
                .extracting(DebtorRow::code)
                .containsExactly("LARGE", "PUBLIC", "GOOD", "=CMD");
        assertThat(rows(wish(91, "days"))).extracting(DebtorRow::code).containsExactly("PUBLIC");
        assertThat(rows(wish(1, "days")).getFirst())
                .returns(3_000_0000L, DebtorRow::overdue)
                .returns(2_000_0000L, DebtorRow::to60)
                .returns(1_000_0000L, DebtorRow::beyond)
                .returns(102, DebtorRow::days);
    }

    @Test
    void an_invoice_without_a_rate_is_in_no_sum_and_told() throws Exception {
        web.perform(get("/receivables").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("One invoice is in a currency without a rate")));
    }

    @Test
    void whoever_looks_after_accounts_is_chosen_by_name() {
        assertThat(Acting.asOperator(debtors::managers)).contains(new ManagerChoice("M1", "Ma Li"));
    }

    @Test
    void a_million_late_by_thirty_days_bears_fifteen_thousand_by_law() throws Exception {
        debtor("LARGE", "largeEnterprise", "").andExpect(redirectedUrl("/accounts/LARGE/terms"));

        assertThat(rows(wish(0, "open")).getFirst().interest()).isEqualTo(15_000_0000L);
        page(cast.controller(), "/accounts/LARGE/terms")
                .andExpect(content().string(containsString(": 15,000")))
                .andExpect(content().string(containsString("longer than the law allows")));
    }

    @Test
    void an_interest_that_was_agreed_takes_the_place_of_the_statutory_one() throws Exception {
        assertThat(rows(wish(1, "overdue")).getLast().interest()).isNull();
        debtor("=CMD", "other", "0.1");

        assertThat(rows(wish(1, "overdue")).getLast().interest()).isEqualTo(50_0000L / 1000 * 5);
        debtor("=CMD", "other", "101")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"101\"")))
                .andExpect(content().string(containsString("A daily interest from 0 to 100 %")))
                .andExpect(content().string(not(containsString("Choose who the debtor is"))));
        debtor("=CMD", "somebody", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose who the debtor is")));
        assertThat(rows(wish(1, "overdue")).getLast().interest()).isEqualTo(50_0000L / 1000 * 5);
    }

    @Test
    void the_firm_collects_so_well() {
        CollectionFigures figures = Acting.asOperator(() -> firm.of(debtors.asOf()));

        assertThat(figures.payment().open()).isEqualTo(1_003_750_0000L);
        assertThat(figures.payment().overdue()).isEqualTo(3_050_0000L);
        assertThat(figures.openBefore()).isEqualTo(1_003_300_0000L);
        assertThat(figures.monthSales()).isEqualTo(750_0000L);
        assertThat(figures.effectiveness()).isBetween(8.9, 9.0);
    }

    @Test
    void the_page_filters_and_its_file_holds_the_same_without_formulas() throws Exception {
        page(cast.controller(), "/receivables?manager=M1")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">City Hall<")))
                .andExpect(content().string(not(containsString("calc"))));
        page(cast.controller(), "/receivables?late=61&sort=days&q=city")
                .andExpect(content().string(containsString(">City Hall<")));
        page(cast.controller(), "/receivables?q=%3Cscript%3E&late=x").andExpect(status().isBadRequest());
        page(cast.controller(), "/receivables/export?late=0")
                .andExpect(content().string(containsString("PUBLIC,City Hall")))
                .andExpect(content().string(containsString("'=CMD")))
                .andExpect(content().string(not(containsString("\n=CMD"))));
        page(cast.viewer(), "/receivables").andExpect(status().isForbidden());
    }

    private ResultActions debtor(String code, String kind, String interest) throws Exception {
        return web.perform(post("/accounts/{code}/terms/debtor", code)
                .param("kind", kind)
                .param("interest", interest)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(cast.controller())));
    }

    private ResultActions page(User reader, String address) throws Exception {
        return web.perform(get(URI.create(address)).locale(Locale.ENGLISH).with(cast.signedIn(reader)));
    }
}
