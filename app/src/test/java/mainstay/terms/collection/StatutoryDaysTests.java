package mainstay.terms.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.identity.FirmSettings;
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

/// Invoices of 1 August that are due on 31 December, on 10 November: who the debtor is says since when it is late.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatutoryDaysTests {

    private static final long A_DAY = 20_000_0000L * 5 / 10_000;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Debtors debtors;

    @BeforeAll
    void a_small_firm_that_waits_for_its_money(@Autowired ImportDesk desk, @Autowired FirmDesk settings) {
        TermsTestbed.bring(
                desk, Kind.ACCOUNTS, "code,name\nSCHOOL,Public School\nWORKS,Large Works\nSHOP,Corner Shop\n");
        TermsTestbed.bring(desk, Kind.SALES, "customer,document,date,amount\nSHOP,X1,2026-11-10,1\n");
        TermsTestbed.bring(desk, Kind.RECEIVABLES, """
                customer,number,issued,due,amount
                SCHOOL,S1,2026-08-01,2026-12-31,20000
                WORKS,W1,2026-08-01,2026-12-31,20000
                SHOP,O1,2026-08-01,2026-12-31,20000
                """);
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

    private DebtorRow said(String code, String kind) throws Exception {
        web.perform(post("/accounts/{code}/terms/debtor", code)
                        .param("kind", kind)
                        .param("interest", "")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.controller())))
                .andExpect(redirectedUrl("/accounts/" + code + "/terms"));
        return Acting.asOperator(() -> debtors.page(new DebtorWish(null, null, 0, "open", null))).rows().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_public_body_has_thirty_days_whatever_was_agreed() throws Exception {
        assertThat(said("SCHOOL", "publicBody").interest())
                .as("71 days since 31 August")
                .isEqualTo(A_DAY * 71)
                .isEqualTo(710_0000L);
        web.perform(get("/accounts/SCHOOL/terms").locale(Locale.ENGLISH).with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString(": 710")))
                .andExpect(content().string(containsString("longer than the law allows")));
    }

    @Test
    void a_large_enterprise_has_sixty() throws Exception {
        assertThat(said("WORKS", "largeEnterprise").interest())
                .as("41 days since 30 September")
                .isEqualTo(A_DAY * 41);
    }

    @Test
    void of_others_the_law_says_nothing() throws Exception {
        assertThat(said("SHOP", "other").interest()).isNull();
    }
}
