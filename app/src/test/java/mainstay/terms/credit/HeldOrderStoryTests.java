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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import mainstay.approvals.Approval;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.shared.ExactMoney;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.HeldLock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.jspecify.annotations.Nullable;
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
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,credit limit
                LOW,Low Limit,1000
                OWES,Owes Much,1000
                OWES2,Owes Much,1000
                ONCE,Released Once,300
                BUSY,Buys Often,300
                """);
        TermsTestbed.bring(desk, Kind.RECEIVABLES, """
                customer,number,issued,due,amount
                OWES,W1,2026-11-01,2026-12-01,2469.33
                OWES2,W2,2026-11-01,2026-12-01,1000
                """);
        cast.director();
        cast.controller();
    }

    private String order(String number, int amount) {
        return order("LOW", number, String.valueOf(amount), null);
    }

    private String order(String account, String number, String amount, @Nullable String prepaid) {
        BigDecimal ahead = prepaid == null ? null : new BigDecimal(prepaid);
        return Acting.asOperator(() -> credit.check(
                        new CreditQuestion(account, "order", new BigDecimal(amount), null, ahead, number),
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
                .param("seen", String.valueOf(order.prepaid()))
                .with(cast.signedIn(user)));
    }

    @Test
    void an_order_is_let_go_once_somebody_else_approves() throws Exception {
        assertThat(order("R-1", 1500)).isEqualTo("hold");
        HeldOrder order = waiting("R-1");
        page(cast.controller())
                .andExpect(content().string(containsString("R-1")))
                .andExpect(content().string(containsString("%,d.00 too much".formatted(order.excess() / 10_000))));
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
    void what_is_asked_for_is_what_would_go_on_credit_now() throws Exception {
        assertThat(order("LOW", "R-7", "1500", null)).isEqualTo("hold");
        HeldOrder order = waiting("R-7");
        act(cast.controller(), order, "prepayments", "amount", "100").andExpect(redirectedUrl("/held-orders"));
        act(cast.director(), waiting("R-7"), "release", "reason", "The season begins")
                .andExpect(redirectedUrl("/held-orders"));

        Approval asked = Acting.asOperator(() -> approvals.ofAccount(order.accountId(), 1))
                .getFirst();
        assertThat(asked.amount()).isEqualTo(1_400_0000L);
        assertThat(asked.title().arguments())
                .contains(
                        new ExactMoney(1_400_0000L),
                        new ExactMoney(waiting("R-7").stillTooMuch()));
    }

    @Test
    void an_order_for_which_there_is_room_by_now_says_so() throws Exception {
        assertThat(order("BUSY", "R-8", "400", null)).isEqualTo("hold");
        page(cast.controller()).andExpect(content().string(not(containsString("It fits now"))));
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update accounts.terms set imported_limit = 90000000 where account_id = (select id from accounts.account where code = 'BUSY')");

        page(cast.controller()).andExpect(content().string(containsString("It fits now")));

        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update accounts.terms set imported_limit = 3000000 where account_id = (select id from accounts.account where code = 'BUSY')");
        act(cast.controller(), waiting("R-8"), "closing", "note", "Taken back");
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
                .andExpect(content().string(containsString("3,000.00 paid ahead, which is enough")))
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

    @Test
    void a_release_ends_where_the_order_is_closed_later() throws Exception {
        order("C-2", 5000);
        HeldOrder first = waiting("C-2");
        step(first, "released");
        assertThat(order("C-2", 5000)).isEqualTo("allowed");
        assertThat(order("C-2", 6000)).isEqualTo("hold");
        step(waiting("C-2"), "closed");
        assertThat(order("C-2", 5000)).isEqualTo("hold");
    }

    private void step(HeldOrder order, String step) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into terms.held_step (check_id, account_id, step, note, author, at) values (%d, %d, '%s', 'Story', 'story', now())"
                        .formatted(order.id(), order.accountId(), step));
    }

    @Test
    void what_is_being_closed_is_not_let_go_at_the_same_moment() throws Exception {
        User controller = cast.controller();
        order("N-1", 5000);
        HeldOrder order = waiting("N-1");
        Future<Integer> release;
        try (HeldLock closing = HeldLock.of(
                "select pg_advisory_xact_lock(hashtextextended('terms.held', %d))".formatted(order.id()),
                """
                        insert into terms.held_step (check_id, account_id, step, note, author, at)
                        values (%d, %d, 'closed', 'Cancelled', 'story', now())
                        """.formatted(order.id(), order.accountId()))) {
            release = CompletableFuture.supplyAsync(() -> asksForRelease(controller, order));
            closing.awaitsSomebody(release);
        }
        assertThat(release.get()).isEqualTo(409);
    }

    private int asksForRelease(User user, HeldOrder order) {
        try {
            return act(user, order, "release", "reason", "They pay on Monday")
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void however_many_wait_for_a_yes_today_names_those_with_which_something_can_be_done() throws Exception {
        for (int i = 0; i < 20; i++) {
            order("BUSY", "B-" + i, "5000", null);
            act(cast.controller(), waiting("B-" + i), "release", "reason", "The season begins");
        }
        order("BUSY", "B-20", "5000", null);

        assertThat(cast.as(cast.controller(), today::work))
                .extracting(work -> work.subject())
                .contains(String.valueOf(waiting("B-20").id()));
    }

    @Test
    void an_order_paid_in_part_stays_whole_and_is_told_to_the_cent() throws Exception {
        assertThat(order("OWES", "SO-5", "100", null)).isEqualTo("hold");
        page(cast.controller())
                .andExpect(content().string(containsString("100.00 was asked for with 2,469.33 standing")))
                .andExpect(content().string(containsString("1,569.33 too much. Of that, 1,469.33 stood above")))
                .andExpect(content().string(containsString("With 100.00 paid ahead it can go.")));
        act(cast.controller(), waiting("SO-5"), "prepayments", "amount", "60.50")
                .andExpect(redirectedUrl("/held-orders"));
        assertThat(order("OWES", "SO-5", "100", null)).isEqualTo("hold");
        page(cast.controller())
                .andExpect(content().string(containsString("100.00 was asked for")))
                .andExpect(content().string(containsString("60.50 of it paid ahead, another 39.50 missing")));
        timeline("OWES").andExpect(content().string(containsString("60.50 CNY was paid ahead for held order SO-5")));
        act(cast.controller(), waiting("SO-5"), "prepayments", "amount", "39.50")
                .andExpect(redirectedUrl("/held-orders"));
        assertThat(order("OWES", "SO-5", "100", null)).isEqualTo("allowed");
    }

    @Test
    void a_payment_noted_by_somebody_else_meanwhile_is_not_noted_again() throws Exception {
        assertThat(order("OWES2", "SO-9", "100", null)).isEqualTo("hold");
        HeldOrder seen = waiting("SO-9");
        act(cast.controller(), seen, "prepayments", "amount", "40").andExpect(redirectedUrl("/held-orders"));

        act(cast.director(), seen, "prepayments", "amount", "40")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("40.00 are noted as paid ahead by now")));

        assertThat(waiting("SO-9").prepaid()).isEqualTo(40_0000L);
    }

    @Test
    void a_note_comes_on_top_of_what_the_order_system_told() throws Exception {
        assertThat(order("OWES2", "SO-7", "100", "60.5")).isEqualTo("hold");
        page(cast.controller())
                .andExpect(content().string(containsString("60.50 of it paid ahead, another 39.50 missing")));
        act(cast.controller(), waiting("SO-7"), "prepayments", "amount", "39.50")
                .andExpect(redirectedUrl("/held-orders"));
        assertThat(waiting("SO-7").isPaidEnough()).isTrue();
        assertThat(order("OWES2", "SO-7", "100", "60.5")).isEqualTo("allowed");
    }

    @Test
    void less_than_a_cent_is_told_as_it_is_and_accounts_of_one_name_apart() throws Exception {
        assertThat(order("OWES2", "SO-8", "0.001", null)).isEqualTo("hold");
        page(cast.controller())
                .andExpect(content().string(containsString("0.001 was asked for")))
                .andExpect(content().string(containsString("0.001 too much")))
                .andExpect(content().string(containsString("<span class=\"text-secondary\">OWES2</span>")));
        assertThat(cast.as(cast.controller(), today::work))
                .flatExtracting(work -> work.reasonArguments())
                .contains(new ExactMoney(10));
    }

    @Test
    void a_release_stays_listed_whatever_is_asked_about_the_order_later() throws Exception {
        assertThat(order("ONCE", "SO-1", "500", null)).isEqualTo("hold");
        HeldOrder order = waiting("SO-1");
        act(cast.director(), order, "release", "reason", "They always pay");
        decide(
                cast.controller(),
                Acting.asOperator(() -> approvals.ofAccount(order.accountId(), 1))
                        .getFirst());
        assertThat(order("ONCE", "SO-1", "600", null)).isEqualTo("hold");
        assertThat(order("ONCE", "SO-1", "500", null)).isEqualTo("allowed");

        assertThat(Acting.asOperator(() -> orders.done(100)))
                .filteredOn(done -> "SO-1".equals(done.order()))
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.outcome()).isEqualTo("released");
                    assertThat(done.amount()).isEqualTo(5_000_000);
                    assertThat(done.note()).isEqualTo("They always pay");
                    assertThat(done.author()).isEqualTo(cast.controller().name());
                });
        page(cast.controller())
                .andExpect(content().string(containsString("SO-1")))
                .andExpect(content().string(containsString("href=\"/accounts/ONCE/terms\"")));
        timeline("ONCE")
                .andExpect(content().string(containsString("approval granted (Credit) <")))
                .andExpect(content().string(containsString("asked for an approval (Credit): They always pay")));
    }

    private ResultActions timeline(String account) throws Exception {
        return web.perform(
                get("/accounts/{code}/timeline", account).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())));
    }

    private ResultActions page(User reader) throws Exception {
        return web.perform(get("/held-orders").locale(Locale.ENGLISH).with(cast.signedIn(reader)));
    }
}
