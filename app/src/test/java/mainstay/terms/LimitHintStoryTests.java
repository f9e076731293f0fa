package mainstay.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody who is about to ask for a special limit looks up what others would give.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitHintStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void an_account_that_bought(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name\nNEW,Never bought\n");
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,customer name,document,date,amount
                ONE,First,1,2025-11-01,70000
                ONE,First,2,2026-06-10,1300000
                ONE,First,3,2026-11-10,-100000
                """);
    }

    private ResultActions page(User user, String code, Map<String, String> written) throws Exception {
        MockHttpServletRequestBuilder asked = get("/accounts/{code}/terms/limits", code);
        written.forEach(asked::param);
        return web.perform(asked.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    @Test
    void the_form_for_special_terms_leads_there() throws Exception {
        web.perform(get("/accounts/ONE/terms").locale(Locale.ENGLISH).with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("href=\"/accounts/ONE/terms/limits\"")));
    }

    @Test
    void at_first_only_our_own_sales_are_known_and_no_rule_gives_a_limit() throws Exception {
        page(cast.controller(), "ONE", Map.of())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"yearSales\" value=\"1200000\"")))
                .andExpect(content().string(containsString("href=\"#netWorth\">Net worth</a>")))
                .andExpect(content().string(not(containsString("href=\"#yearSales\""))));
        page(cast.controller(), "NEW", Map.of())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#yearSales\"")));
    }

    @Test
    void what_is_written_gives_limits_and_is_kept_nowhere(
            @Autowired JdbcClient database, @Autowired PlatformTransactionManager transactions) throws Exception {
        page(
                        cast.controller(),
                        "ONE",
                        Map.ofEntries(
                                Map.entry("netWorth", "2,000,000"),
                                Map.entry("workingCapital", "800000"),
                                Map.entry("creditNeed", "40"),
                                Map.entry("habit", "onTime"),
                                Map.entry("yearsInBusiness", "8"),
                                Map.entry("profitMargin", "6"),
                                Map.entry("currentRatio", "1.8"),
                                Map.entry("debt", "35"),
                                Map.entry("lossBudget", "1"),
                                Map.entry("defaultChance", "5"),
                                Map.entry("lossShare", "60")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("25 % of net worth by the points")))
                .andExpect(content().string(containsString(">500,000<")))
                .andExpect(content().string(containsString(">200,000<")))
                .andExpect(content().string(containsString(">80,000<")))
                .andExpect(content().string(containsString(">400,000<")))
                .andExpect(content().string(containsString("href=\"#monthlySales\"")))
                .andExpect(content().string(containsString("value=\"2,000,000\"")));
        Long agreements =
                Acting.asOperator(() -> new TransactionTemplate(transactions).execute(status -> count(database)));
        assertThat(agreements).isZero();
    }

    private static Long count(JdbcClient database) {
        return database.sql("select count(*) from terms.agreement")
                .query(Long.class)
                .single();
    }

    @Test
    void what_makes_no_sense_is_said_at_its_field_with_what_was_typed() throws Exception {
        page(
                        cast.controller(),
                        "ONE",
                        Map.of("netWorth", "much", "debt", "1001", "defaultChance", "0", "habit", "never"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"much\"")))
                .andExpect(content().string(containsString("value=\"1001\"")))
                .andExpect(content().string(containsString("A number from 0 to 1,000 with at most 4 decimals.")))
                .andExpect(content().string(containsString("A number from 0.0001 to 100 with at most 4 decimals.")))
                .andExpect(content().string(containsString("Choose how they pay")));
    }

    @Test
    void it_speaks_chinese_and_is_not_for_everybody() throws Exception {
        web.perform(get("/accounts/ONE/terms/limits")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("别人会给的信用额度")));
        page(cast.viewer(), "ONE", Map.of()).andExpect(status().isForbidden());
    }
}
