package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.RebateFigures;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was paid out and not earned comes back, or is set off, and is booked.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateReturnTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Approvals approvals;

    @Autowired
    RebateFigures figures;

    private TransactionTemplate transactions;
    private RebateTestbed bed;
    private User second;

    @BeforeAll
    void two_years_of_sales(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates,
            @Autowired PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                SPENT,1,2026-03-01,100000
                LATER,2,2025-03-01,100000
                SHRUNK,3,2026-02-01,20000
                LAST,4,2026-11-13,1
                """);
        bed.ladder("Yearly", "year", "2025-01-01", 10, 0.01);
        bed.ladder("Quarterly", "quarter", "2026-01-01", 10, 0.01);
        second = cast.another("sun", "孙总", Role.DIRECTOR);
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private static MockHttpServletRequestBuilder comesBack(Rebate rebate, String amount) {
        return post(rebate.path() + "/repayments")
                .param("amount", amount)
                .param("reason", "Bank, 12 November")
                .param("kind", "repaid");
    }

    private void granted(Rebate rebate) throws Exception {
        String asked = Acting.asOperator(() -> approvals.ofAccount(rebate.accountId(), 1))
                .getFirst()
                .path();
        send(second, post(asked + "/decisions").param("decision", "granted").param("remark", "seen at the bank"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void what_came_back_is_asked_for_approved_and_told_everywhere() throws Exception {
        bed.agree("SPENT", "Yearly", "2026-01-01", false);
        bed.book(bed.of("SPENT", "Yearly", "2026-01-01"), "payout", 1_300_0000L);
        Rebate spent = bed.of("SPENT", "Yearly", "2026-01-01");
        String told = "More rebate paid out than earned: SPENT";
        assertThat(spent.owed()).isEqualTo(300_0000L);
        send(cast.controller(), get("/today")).andExpect(content().string(containsString(told)));
        send(cast.controller(), get(spent.path())).andExpect(content().string(containsString("Book what came back")));

        send(cast.keyAccountManager(), comesBack(spent, "300")).andExpect(status().isForbidden());
        send(cast.controller(), comesBack(spent, "300.01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("At most 300.00: that is what is paid out, not earned")))
                .andExpect(content().string(containsString("value=\"300.01\"")));
        send(cast.controller(), comesBack(spent, "300")).andExpect(redirectedUrl(spent.path()));
        send(cast.controller(), comesBack(spent, "300"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("as come back is being asked for already")));
        assertThat(bed.of("SPENT", "Yearly", "2026-01-01").balance())
                .as("nothing counts before it is granted")
                .isEqualTo(-300_0000L);
        assertThat(bed.of("SPENT", "Yearly", "2026-01-01").payable()).isZero();
        granted(spent);

        Rebate settled = bed.of("SPENT", "Yearly", "2026-01-01");
        assertThat(settled.earned()).isEqualTo(1_000_0000L);
        assertThat(settled.repaid()).isEqualTo(300_0000L);
        assertThat(settled.balance()).isZero();
        send(cast.controller(), get("/today")).andExpect(content().string(not(containsString(told))));
        send(cast.director(), get(spent.path()))
                .andExpect(content().string(containsString("Come back: 300.00")))
                .andExpect(content().string(not(containsString("more is paid out than earned"))));
        send(cast.director(), get(spent.path() + "/statement.pdf")).andExpect(status().isOk());
        assertThat(words(spent)).contains("Come back");
        web.perform(get("/api/v1/accounts/SPENT/rebates")
                        .header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.rebates[0].repaid").value(300))
                .andExpect(jsonPath("$.rebates[0].balance").value(0))
                .andExpect(jsonPath("$.rebates[0].owed").value(0));
    }

    private String words(Rebate rebate) throws Exception {
        byte[] workbook = send(cast.director(), get(rebate.path() + "/statement.xlsx"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read().toString();
        }
    }

    @Test
    void what_is_deducted_from_another_ladder_is_not_asked_for_as_well() throws Exception {
        bed.byStars("Yearly", "LATER");
        bed.book(bed.of("LATER", "Yearly", "2025-01-01"), "payout", 400_0000L);
        bed.ladder("Backdated", "year", "2025-01-01", 10, 0.03);
        bed.agree("LATER", "Backdated", "2025-01-01", false);

        Rebate stars = bed.of("LATER", "Yearly", "2025-01-01");
        assertThat(stars.overpaid()).isEqualTo(400_0000L);
        assertThat(stars.owed()).as("deducted from the other").isZero();
        assertThat(bed.of("LATER", "Backdated", "2025-01-01").payable()).isEqualTo(2_600_0000L);
        send(cast.controller(), get("/today"))
                .andExpect(content().string(not(containsString("More rebate paid out than earned: LATER"))));

        bed.book(stars, "repaid", 400_0000L);
        assertThat(bed.of("LATER", "Backdated", "2025-01-01").payable())
                .as("it came back, so that it is not deducted a second time")
                .isEqualTo(3_000_0000L);
    }

    @Test
    void a_limit_by_rebate_and_the_balance_take_back_no_more_than_was_earned() {
        bed.agree("SHRUNK", "Quarterly", "2026-01-01", false);
        bed.inside("update terms.agreement set valid_until = '2026-03-31' where word = 'Quarterly'");
        Rebate first = bed.of("SHRUNK", "Quarterly", "2026-01-01");
        assertThat(first.earned()).isEqualTo(200_0000L);
        bed.book(first, "payout", 50_0000L);
        bed.book(first, "clawBack", 900_0000L);

        RebateFigures.Rebate limit = Acting.asOperator(
                () -> Objects.requireNonNull(transactions.execute(status -> figures.of(first.accountId()))));
        assertThat(limit.accrued()).isEqualTo(-50_0000L);
        assertThat(limit.expected()).as("nothing more is to come").isEqualTo(limit.accrued());
    }
}
