package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An order system asks before it lets goods go.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreditCheckStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ImportDesk desk;

    @Autowired
    CreditDesk credit;

    @Autowired
    StandingClock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private int keys;

    @BeforeAll
    void a_ledger() {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,parent,holding,credit limit
                SMALL,Small Shop,,,1000
                NONE,No Limit,,,
                ZERO,Pays Ahead,,,0
                HEAD,Head Office,,,5000
                NORTH,North Branch,HEAD,100,3000
                SOUTH,South Branch,HEAD,60,
                LOOSE,Minority,HEAD,40,
                RACE,Race,,,1000
                OPEN,Open Orders,,,10000
                LATER,Later,,,1000
                KAM,Of the manager,HEAD,100,
                """);
        TermsTestbed.bring(desk, Kind.RECEIVABLES, """
                customer,number,issued,due,amount
                SMALL,S1,2026-11-01,2026-12-01,400
                NORTH,N1,2026-11-01,2026-12-01,2500
                SOUTH,Z1,2026-11-01,2026-12-01,2000
                LOOSE,L1,2026-11-01,2026-12-01,9000
                OPEN,P1,2026-11-01,2026-12-01,1000
                """);
        TermsTestbed.bring(desk, Kind.ORDERS, """
                order no,line no,customer,order date,sku,qty,open qty,open amount,amount,cancelled
                O-1,1,OPEN,2026-11-02,P1,10,10,200,200,no
                O-2,1,OPEN,2026-11-02,P1,10,4,,100,no
                O-2,2,OPEN,2026-11-02,P2,5,0,0,50,no
                O-3,1,OPEN,2026-11-02,P1,10,10,700,700,yes
                """);
    }

    private ResultActions ask(String key, String body) throws Exception {
        return ask(cast.controller(), key, body);
    }

    private ResultActions ask(User asker, String key, String body) throws Exception {
        return web.perform(post("/api/v1/credit-checks")
                .header("Authorization", "Bearer " + cast.token(asker))
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String key() {
        return "k" + keys++;
    }

    private static String body(String account, String stage, int amount) {
        return "{\"account\": \"%s\", \"stage\": \"%s\", \"amount\": %d}".formatted(account, stage, amount);
    }

    @Test
    void an_order_over_the_limit_is_held_with_figures_and_can_be_paid_ahead() throws Exception {
        ask(key(), body("SMALL", "order", 700))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.decision").value("hold"))
                .andExpect(jsonPath("$.limit").value(1000))
                .andExpect(jsonPath("$.exposure").value(400))
                .andExpect(jsonPath("$.headRoom").value(600))
                .andExpect(jsonPath("$.prepayment").value(100))
                .andExpect(jsonPath("$.limitSource").value("agreed"))
                .andExpect(jsonPath("$.reservedUntil").value(nullValue()))
                .andExpect(jsonPath("$.reason", containsString("this order of 700 exceeds it by 100")));
        ask(key(), body("SMALL", "quote", 700)).andExpect(jsonPath("$.decision").value("warn"));
        ask(key(), body("SMALL", "invoice", 700))
                .andExpect(jsonPath("$.decision").value("allowed"));
        ask(key(), "{\"account\": \"SMALL\", \"stage\": \"quote\", \"amount\": 700, \"prepaid\": 100}")
                .andExpect(jsonPath("$.decision").value("allowed"));
    }

    @Test
    void an_order_paid_in_part_is_told_what_is_missing_besides_and_goes_with_the_sum() throws Exception {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,credit limit\nPART,In Part,1000\nOVER,Over,1000\n");
        TermsTestbed.bring(desk, Kind.RECEIVABLES, """
                customer,number,issued,due,amount
                PART,Y1,2026-11-01,2026-12-01,1000
                OVER,Y2,2026-11-01,2026-12-01,1200.0005
                """);
        String part = "{\"account\": \"PART\", \"stage\": \"order\", \"amount\": 100, \"prepaid\": %s}";
        ask(key(), part.formatted("60.5"))
                .andExpect(jsonPath("$.prepayment").value(39.5))
                .andExpect(jsonPath("$.reason", containsString("this order of 100, of which 60.5 are prepaid")))
                .andExpect(jsonPath("$.reason", containsString("another 39.5 prepaid (100 in all)")));
        ask(key(), part.formatted("100")).andExpect(jsonPath("$.decision").value("allowed"));

        ask(key(), body("OVER", "order", 100))
                .andExpect(jsonPath("$.reason", containsString("200.0005 too much already")))
                .andExpect(jsonPath("$.reason", containsString("it is 300.0005 too much. With 100 paid ahead")));
        ask(key(), "{\"account\": \"OVER\", \"stage\": \"quote\", \"amount\": 100, \"prepaid\": 10}")
                .andExpect(jsonPath("$.reason", containsString("with an order of 100, of which 10 are prepaid")));
    }

    @Test
    void not_set_is_not_nought() throws Exception {
        ask(key(), body("NONE", "quote", 1_000_000))
                .andExpect(jsonPath("$.decision").value("allowed"))
                .andExpect(jsonPath("$.limit").value(nullValue()))
                .andExpect(jsonPath("$.headRoom").value(nullValue()));
        ask(key(), body("ZERO", "order", 1))
                .andExpect(jsonPath("$.decision").value("hold"))
                .andExpect(jsonPath("$.limit").value(0))
                .andExpect(jsonPath("$.prepayment").value(1));
    }

    @Test
    void every_limit_up_to_the_root_binds_over_all_that_it_controls() throws Exception {
        ask(key(), body("SOUTH", "quote", 500))
                .andExpect(jsonPath("$.decision").value("allowed"))
                .andExpect(jsonPath("$.limitHolder").value("HEAD"))
                .andExpect(jsonPath("$.exposure").value(4500));
        ask(key(), body("SOUTH", "quote", 501)).andExpect(jsonPath("$.decision").value("warn"));
        ask(key(), body("NORTH", "quote", 501))
                .andExpect(jsonPath("$.decision").value("warn"))
                .andExpect(jsonPath("$.prepayment").value(1));
        ask(key(), body("LOOSE", "quote", 501))
                .andExpect(jsonPath("$.decision").value("allowed"))
                .andExpect(jsonPath("$.limitHolder").value(nullValue()));
    }

    @Test
    void components_are_counted_apart_and_the_order_in_question_is_not_counted_twice() throws Exception {
        ask(key(), body("OPEN", "quote", 1))
                .andExpect(jsonPath("$.components.receivables").value(1000))
                .andExpect(jsonPath("$.components.orders").value(200))
                .andExpect(jsonPath("$.components.undelivered").value(40))
                .andExpect(jsonPath("$.exposure").value(1240));
        ask(key(), "{\"account\": \"OPEN\", \"stage\": \"quote\", \"amount\": 200, \"order\": \"O-1\"}")
                .andExpect(jsonPath("$.exposure").value(1040));
    }

    @Test
    void the_same_key_gets_the_same_answer_and_no_other_question() throws Exception {
        String first = ask("same", body("LATER", "order", 900))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String again = ask("same", body("LATER", "order", 900))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(again).isEqualTo(first).contains("\"decision\":\"allowed\"");
        ask("same", body("LATER", "order", 901))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("another question")));
        ask(cast.director(), "same", body("LATER", "quote", 101))
                .andExpect(jsonPath("$.decision").value("warn"));
    }

    @Test
    void an_allowed_order_is_reserved_until_the_ledger_has_it_or_the_days_have_passed() throws Exception {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,credit limit\nKEEP,Keeps,1000\n");
        String order = "{\"account\": \"KEEP\", \"stage\": \"order\", \"amount\": %d, \"order\": \"%s\"}";
        ask(key(), order.formatted(600, "K-1")).andExpect(jsonPath("$.decision").value("allowed"));
        ask(key(), body("KEEP", "quote", 401))
                .andExpect(jsonPath("$.decision").value("warn"))
                .andExpect(jsonPath("$.components.reserved").value(600));
        ask(key(), order.formatted(700, "K-1"))
                .andExpect(jsonPath("$.decision").value("allowed"))
                .andExpect(jsonPath("$.components.reserved").value(0));
        ask(key(), body("KEEP", "quote", 1))
                .andExpect(jsonPath("$.components.reserved").value(700));

        TermsTestbed.bring(desk, Kind.ORDERS, """
                order no,line no,customer,order date,sku,qty,open qty,open amount,amount,cancelled
                K-1,1,KEEP,2026-11-15,P1,10,10,700,700,no
                """);
        ask(key(), body("KEEP", "quote", 1))
                .andExpect(jsonPath("$.components.reserved").value(0))
                .andExpect(jsonPath("$.components.orders").value(700));
        ask(key(), order.formatted(300, "K-2")).andExpect(jsonPath("$.decision").value("allowed"));
        ask(key(), body("KEEP", "quote", 1)).andExpect(jsonPath("$.decision").value("warn"));
        clock.advance(Duration.ofDays(8));
        ask(key(), body("KEEP", "quote", 300)).andExpect(jsonPath("$.decision").value("allowed"));
        clock.reset();
    }

    @Test
    void two_orders_at_once_do_not_both_get_the_last_of_the_limit() throws Exception {
        Actor asker = Actor.of(cast.controller());
        List<Callable<String>> orders = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(number -> () -> Acting.as(
                        asker,
                        () -> credit.check(
                                        new CreditQuestion(
                                                "RACE", "order", BigDecimal.valueOf(300), null, null, "R-" + number),
                                        "race-" + number,
                                        Locale.ENGLISH)
                                .decision()))
                .toList();
        try (ExecutorService together = Executors.newFixedThreadPool(8)) {
            List<String> decisions =
                    together.invokeAll(orders).stream().map(Future::resultNow).toList();

            assertThat(decisions).filteredOn("allowed"::equals).hasSize(3);
            assertThat(decisions).filteredOn("hold"::equals).hasSize(5);
        }
    }

    @Test
    void what_makes_no_sense_is_said_at_the_field() throws Exception {
        for (String wrong : List.of(
                "{\"account\": \"SMALL\", \"stage\": \"order\", \"amount\": 0}",
                "{\"account\": \"SMALL\", \"stage\": \"order\", \"amount\": -5}",
                "{\"account\": \"SMALL\", \"stage\": \"order\", \"amount\": 0.00001}",
                "{\"account\": \"SMALL\", \"stage\": \"delivery\", \"amount\": 5}",
                "{\"account\": \"SMALL\", \"stage\": \"order\", \"amount\": 5, \"prepaid\": 6}",
                "{\"account\": \"SMALL\", \"stage\": \"order\", \"amount\": 5, \"currency\": \"USD\"}",
                "{\"account\": \"SMALL\", \"stage\": \"order\"}")) {
            ask(key(), wrong).andExpect(status().is(422));
        }
        ask(key(), body("NOBODY", "order", 5)).andExpect(status().isNotFound());
        ask("", body("SMALL", "order", 5)).andExpect(status().is(422));
    }

    @Test
    void who_sees_a_branch_only_is_told_the_answer_without_the_figures_of_the_group() throws Exception {
        User manager = cast.keyAccountManager();
        ask(manager, key(), body("KAM", "order", 501)).andExpect(status().isNotFound());
        long branch =
                Acting.asOperator(() -> accounts.byCode("KAM").orElseThrow().id());
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(branch, manager.id()), Level.FULL);
            return null;
        });

        ask(manager, key(), body("KAM", "order", 501))
                .andExpect(jsonPath("$.decision").value("hold"))
                .andExpect(jsonPath("$.exposure").value(nullValue()))
                .andExpect(jsonPath("$.limitHolder").value(nullValue()))
                .andExpect(jsonPath("$.prepayment", is(1)));
        assertThat(asReader(manager)).isEqualTo(1);
        assertThat(asReader(cast.viewer())).isZero();
        assertThat(asReader(cast.controller())).isGreaterThan(1);
    }

    /// How many answers a reader finds in the table.
    private long asReader(User reader) {
        return cast.as(
                reader,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> database.sql("select count(*) from terms.credit_check")
                                .query(Long.class)
                                .single()));
    }
}
