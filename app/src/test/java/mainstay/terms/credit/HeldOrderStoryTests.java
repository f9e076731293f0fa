package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.Locale;
import mainstay.approvals.Approval;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
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

/// Orders that did not fit, and what people do about them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldOrderStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    CreditDesk credit;

    @Autowired
    HeldOrders orders;

    @Autowired
    HeldOrderWork today;

    @Autowired
    Approvals approvals;

    private int keys;

    @BeforeAll
    void an_account(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,credit limit\nLOW,Low Limit,1000\n");
        cast.director();
        cast.controller();
    }

    private String order(String number, int amount) {
        return Acting.asOperator(() -> credit.check(
                        new CreditQuestion("LOW", "order", BigDecimal.valueOf(amount), null, null, number),
                        "h" + keys++,
                        Locale.ENGLISH))
                .decision();
    }

    private HeldOrder waiting(String number) {
        return Acting.asOperator(() -> orders.waiting(100)).stream()
                .filter(order -> number.equals(order.order()))
                .findFirst()
                .orElseThrow();
    }

    private ResultActions act(User user, HeldOrder order, String what, String name, String value) throws Exception {
        return web.perform(post("/held-orders/{id}/" + what, order.id())
                .locale(Locale.ENGLISH)
                .param(name, value)
                .with(cast.signedIn(user)));
    }

    @Test
    void an_order_is_let_go_once_somebody_else_approves() throws Exception {
        assertThat(order("R-1", 1500)).isEqualTo("hold");
        HeldOrder order = waiting("R-1");
        page(cast.controller())
                .andExpect(content().string(containsString("R-1")))
                .andExpect(content().string(containsString("%,d too much".formatted(order.excess() / 10_000))));
        assertThat(cast.as(cast.controller(), today::work))
                .extracting(work -> work.subject())
                .contains(String.valueOf(order.id()));
        act(cast.controller(), order, "release", "reason", " ").andExpect(status().is(422));
        act(cast.director(), order, "release", "reason", "The season begins").andExpect(redirectedUrl("/held-orders"));
        act(cast.director(), order, "release", "reason", "Again").andExpect(status().isConflict());
        assertThat(order("R-1", 1500)).isEqualTo("hold");
        assertThat(waiting("R-1").state()).isEqualTo("asked");

        Approval asked = Acting.asOperator(() -> approvals.ofAccount(order.accountId(), 1))
                .getFirst();
        page(cast.controller()).andExpect(content().string(containsString("href=\"" + asked.path() + "\"")));
        decide(cast.controller(), asked).andExpect(status().is3xxRedirection());
        assertThat(order("R-1", 1501)).isEqualTo("hold");
        assertThat(waiting("R-1").state()).isEqualTo("open");
        assertThat(order("R-1", 1500)).isEqualTo("allowed");
        assertThat(Acting.asOperator(() -> orders.waiting(100)))
                .extracting(HeldOrder::order)
                .doesNotContain("R-1");
    }

    @Test
    void the_only_controller_who_asks_for_a_release_needs_the_director() throws Exception {
        assertThat(order("S-1", 1700)).isEqualTo("hold");
        HeldOrder order = waiting("S-1");
        act(cast.controller(), order, "release", "reason", "They pay on Monday")
                .andExpect(redirectedUrl("/held-orders"));

        Approval asked = Acting.asOperator(() -> approvals.ofAccount(order.accountId(), 1))
                .getFirst();
        decide(cast.controller(), asked).andExpect(status().isForbidden());
        assertThat(order("S-1", 1700)).isEqualTo("hold");
        decide(cast.director(), asked).andExpect(redirectedUrl(asked.path()));
        assertThat(order("S-1", 1700)).isEqualTo("allowed");
    }

    private ResultActions decide(User user, Approval asked) throws Exception {
        return web.perform(post(asked.path() + "/decisions")
                .locale(Locale.ENGLISH)
                .param("decision", "granted")
                .with(cast.signedIn(user)));
    }

    @Test
    void what_is_paid_ahead_lets_it_go_without_anybody_else() throws Exception {
        assertThat(order("P-1", 3000)).isEqualTo("hold");
        HeldOrder order = waiting("P-1");
        act(cast.controller(), order, "prepayments", "amount", "0").andExpect(status().is(422));
        act(cast.controller(), order, "prepayments", "amount", "3001").andExpect(status().is(422));
        act(cast.controller(), order, "prepayments", "amount", "3000").andExpect(redirectedUrl("/held-orders"));

        page(cast.controller())
                .andExpect(content().string(containsString("3,000 paid ahead, which is enough")))
                .andExpect(content().string(not(containsString("/held-orders/%d/release".formatted(order.id())))));
        assertThat(order("P-1", 3000)).isEqualTo("allowed");
    }

    @Test
    void what_nobody_wants_any_more_is_closed() throws Exception {
        order("C-1", 5000);
        HeldOrder order = waiting("C-1");
        act(cast.controller(), order, "closing", "note", "<b>Cancelled</b>").andExpect(redirectedUrl("/held-orders"));

        page(cast.controller())
                .andExpect(content().string(containsString("&lt;b&gt;Cancelled&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("<b>Cancelled"))));
        act(cast.controller(), order, "closing", "note", "Again").andExpect(status().isConflict());
        act(cast.viewer(), order, "closing", "note", "Again").andExpect(status().isForbidden());
        page(cast.viewer()).andExpect(status().isForbidden());
    }

    private ResultActions page(User reader) throws Exception {
        return web.perform(get("/held-orders").locale(Locale.ENGLISH).with(cast.signedIn(reader)));
    }
}
