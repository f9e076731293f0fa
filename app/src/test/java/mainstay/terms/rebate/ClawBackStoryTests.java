package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Goods went outside their territory, somebody confirmed it, and what they earned is taken back.
@Story
class ClawBackStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Accruals accruals;

    @Autowired
    Rebates rebates;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private void inside(String sql) {
        Acting.asOperator(() -> {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> database.sql(sql).update());
            return null;
        });
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private Rebate rebate() {
        return Acting.asOperator(
                        () -> rebates.of(accounts.byCode("ONE").orElseThrow().id()))
                .getFirst();
    }

    private void a_rebate_with_a_confirmed_diversion(ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                ONE,1,2026-02-10,400000
                ONE,2,2026-08-10,120000
                """);
        inside("""
                insert into terms.ladder (name, confidential, roles, author, created_at) values ('Yearly', false, '{}', 'story', now())
                """);
        inside("""
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at, published_by, published_at)
                select id, 1, 'revenue', 'year', 'whole', 'CNY', '{}'::text[], date '2026-01-01', 'story', now(), 'story', now()
                from terms.ladder
                """);
        inside("""
                insert into terms.ladder_step (version_id, ladder_id, place, threshold, rate)
                select v.id, v.ladder_id, s.place, s.threshold, s.rate
                from terms.ladder_version v, (values (1, 100000, 0.01), (2, 500000, 0.02)) s (place, threshold, rate)
                """);
        inside("""
                insert into terms.agreement (account_id, measure, word, valid_from, reason, asked_by, asked_at, granted_at)
                select id, 'rebateLadder', 'Yearly', date '2026-01-01', 'story', 'story', now(), now() from accounts.pub_account
                """);
        inside("""
                insert into rating.finding (test, account_id, period_from, period_to, strength, measure, evidence, money, figures, found_at,
                                            changed_at, verdict, reason, judged_by, judged_at)
                select 'territory', id, date '2026-07-01', date '2026-09-30', 3, 0.25, 5, 300000000, '{}'::jsonb, now(), now(),
                       'confirmed', 'Papers', 'story', now()
                from accounts.pub_account
                """);
        accruals.ensureCurrent();
    }

    @Test
    void what_goods_outside_the_territory_earned_is_taken_back_once(@Autowired ImportDesk desk) throws Exception {
        User second = cast.another("sun", "孙总", Role.DIRECTOR);
        a_rebate_with_a_confirmed_diversion(desk);
        Rebate rebate = rebate();
        assertThat(rebate.earned()).isEqualTo(10_400_0000L);
        long finding = Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql("select id from rating.pub_finding")
                        .query((row, number) -> row.getLong("id"))
                        .single()));

        send(cast.director(), get(rebate.path()))
                .andExpect(content().string(containsString("would have earned 5,500.00 less")));
        send(
                        cast.director(),
                        post(rebate.path() + "/claw-backs")
                                .param("finding", String.valueOf(finding))
                                .param("amount", "5500.01")
                                .param("reason", "Too much"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("At most 5,500.00: that is what")));
        MockHttpServletRequestBuilder wish = post(rebate.path() + "/claw-backs")
                .param("finding", String.valueOf(finding))
                .param("amount", "5500")
                .param("reason", "Sold in the North");
        send(cast.keyAccountManager(), wish).andExpect(status().isForbidden());
        send(cast.director(), wish).andExpect(redirectedUrl(rebate.path()));
        assertThat(rebate().balance()).isEqualTo(10_400_0000L);
        String asked = Acting.asOperator(() -> approvals.ofAccount(rebate.accountId(), 1))
                .getFirst()
                .path();
        send(second, post(asked + "/decisions").param("decision", "refused").param("remark", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Take 5,500.00 back")))
                .andExpect(content().string(containsString("id=\"remark\"")));
        send(second, post(asked + "/decisions").param("decision", "granted").param("remark", "clear"))
                .andExpect(status().is3xxRedirection());

        assertThat(rebate().clawed()).isEqualTo(5_500_0000L);
        assertThat(rebate().balance()).isEqualTo(4_900_0000L);
        send(
                        cast.director(),
                        post(rebate.path() + "/claw-backs")
                                .param("finding", String.valueOf(finding))
                                .param("amount", "1")
                                .param("reason", "Again"))
                .andExpect(status().isConflict());
    }
}
