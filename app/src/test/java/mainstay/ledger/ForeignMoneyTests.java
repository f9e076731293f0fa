package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.file.Kind;
import mainstay.shared.Problem;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/// What is sold, owed and paid in foreign currencies, and rates that come too late.
@Story
class ForeignMoneyTests {

    private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
    private static final String INVOICES = "number,account,issued,due,amount,currency\n";
    private static final String PAYMENTS = "number,account,invoice,date,amount,currency\n";

    private final LedgerTestbed ledger;
    private final PaymentBehaviour behaviour;
    private final ReceivableItems items;
    private final RateDesk rates;
    private final Accounts accounts;
    private final MockMvc web;
    private final Cast cast;

    @Autowired
    ForeignMoneyTests(
            ImportDesk desk,
            BatchDesk batches,
            JdbcClient database,
            PlatformTransactionManager transactions,
            PaymentBehaviour behaviour,
            ReceivableItems items,
            RateDesk rates,
            Accounts accounts,
            MockMvc web,
            Cast cast) {
        this.ledger = new LedgerTestbed(desk, batches, database, transactions);
        this.behaviour = behaviour;
        this.items = items;
        this.rates = rates;
        this.accounts = accounts;
        this.web = web;
        this.cast = cast;
    }

    @BeforeEach
    void start_with_an_empty_ledger_and_two_rates() {
        ledger.withdrawEverything();
        ledger.importText(Kind.RATES, "currency,date,rate\nUSD,2024-01-01,7\nusd,2024-02-01,8\n");
    }

    @Test
    void an_invoice_is_worth_the_rate_of_its_day_and_is_paid_in_its_own_currency() {
        ImportReport report = ledger.importText(Kind.RECEIVABLES, INVOICES + "R1,A1,2024-01-05,2024-02-05,100,usd\n");
        assertThat(report.amount()).isEqualTo(700_0000L);
        assertThat(figures().open()).isEqualTo(700_0000L);

        ledger.importText(Kind.PAYMENTS, PAYMENTS + "P1,A1,R1,2024-02-10,40,USD\n");
        assertThat(figures().open()).isEqualTo(420_0000L);
        assertThat(open()).singleElement().satisfies(item -> {
            assertThat(item.open()).isEqualTo(420_0000L);
            assertThat(item.foreign()).isEqualTo(new ReceivableItem.Foreign("USD", 100_0000L, 60_0000L));
        });

        ledger.importText(Kind.PAYMENTS, PAYMENTS + "P2,A1,,2024-02-20,60,USD\n");
        assertThat(figures().open()).isZero();
        assertThat(open()).isEmpty();
    }

    @Test
    void money_in_another_currency_settles_what_it_is_worth_after_that_of_the_same_currency() {
        ledger.importText(
                Kind.RECEIVABLES, INVOICES + "R1,A1,2024-01-05,2024-02-05,100,USD\nR2,A1,2024-01-06,2024-02-06,300,\n");
        ledger.importText(
                Kind.PAYMENTS,
                PAYMENTS + "P1,A1,,2024-03-01,510,CNY\nP2,A1,,2024-03-02,10,USD\nP3,A1,R2,2024-02-01,12.5,USD\n");
        assertThat(open()).singleElement().satisfies(item -> {
            assertThat(item.number()).isEqualTo("R1");
            assertThat(item.open()).isEqualTo(320_0000L);
        });
        assertThat(figures().open()).isEqualTo(320_0000L);
        ledger.importText(Kind.PAYMENTS, PAYMENTS + "P4,A1,,2024-04-01,320,\n");
        assertThat(open()).isEmpty();
        assertThat(ledger.count(
                        "select sum(s.original_amount) from ledger.pub_settlement s join ledger.pub_receivable r "
                                + "on r.id = s.receivable_id where r.number = 'R1'"))
                .isEqualTo(100_0000L);
    }

    @Test
    void a_credit_note_in_the_same_currency_takes_no_rounding_with_it() {
        ledger.importText(
                Kind.RECEIVABLES,
                INVOICES + "R1,A1,2024-01-05,2024-02-05,33.3333,USD\nC1,A1,2024-02-05,,-11.1111,USD\n");
        ledger.importText(Kind.PAYMENTS, PAYMENTS + "P1,A1,,2024-03-01,11.1111,USD\nP2,A1,,2024-03-02,11.1111,USD\n");
        assertThat(open()).isEmpty();
        assertThat(figures().open()).isZero();
    }

    @Test
    void an_invoice_without_a_rate_is_in_no_sum_and_the_page_says_so() throws Exception {
        ledger.importText(
                Kind.RECEIVABLES, INVOICES + "R1,A1,2024-01-05,2024-02-05,100,EUR\nR2,A1,2024-01-06,2024-02-06,300,\n");
        assertThat(figures().open()).isEqualTo(300_0000L);
        assertThat(withoutRate()).isEqualTo(1);
        web.perform(get("/accounts/A1/receivables?asOf=2024-07-01").with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("One open invoice is in a currency without a rate")))
                .andExpect(content().string(containsString("EUR 100.00")));

        ledger.importText(Kind.PAYMENTS, PAYMENTS + "P1,A1,,2024-03-01,100,eur\n");
        assertThat(withoutRate()).isZero();
        assertThat(figures().open()).isEqualTo(300_0000L);
    }

    @Test
    void rates_that_come_later_are_applied_when_somebody_says_so() {
        ledger.importText(Kind.SALES, """
                customer,document,date,quantity,amount,cost,currency
                A1,I-1,2024-01-15,1,100,60,EUR
                A1,I-2,2024-01-15,1,100,60,USD
                B2,I-3,2024-02-15,1,50,,EUR
                """);
        ledger.importText(Kind.RECEIVABLES, INVOICES + "I-1,A1,2024-01-15,2024-02-15,119,EUR\n");
        ledger.importText(Kind.PAYMENTS, PAYMENTS + "P1,A1,I-1,2024-03-01,19,EUR\n");
        ledger.importText(Kind.RATES, "currency,date,rate\nEUR,2024-01-01,9\nUSD,2024-01-10,7.5\n");
        assertThat(ledger.count("select sum(unknown_lines) from ledger.pub_account_month"))
                .isEqualTo(2);
        long revision = ledger.count("select revision from ledger.pub_state");

        Retranslation done = Acting.asOperator(rates::applyWhereNoneWas);
        assertThat(done.parts())
                .containsExactly(
                        new Retranslation.Part("sales", 3, 2, 2, 0, 700_0000L, 2_050_0000L, 2),
                        new Retranslation.Part("receivables", 1, 1, 1, 0, 0, 1_071_0000L, 2),
                        new Retranslation.Part("payments", 1, 1, 1, 0, 0, 171_0000L, 2),
                        new Retranslation.Part("orders", 0, 0, 0, 0, 0, 0, 2));
        assertThat(ledger.money("select sum(net_amount) from ledger.pub_account_month"))
                .isEqualByComparingTo("2050");
        assertThat(ledger.money("select sum(net_cost) from ledger.pub_account_day"))
                .isEqualByComparingTo("960");
        assertThat(figures().open()).isEqualTo(900_0000L);
        assertThat(ledger.money("select sum(amount) from ledger.pub_batch where kind = 'sales' and status = 'done'"))
                .isEqualByComparingTo("2050");
        assertThat(ledger.count("select revision from ledger.pub_state")).isEqualTo(revision + 1);
        assertThat(ledger.rebuild()).isZero();

        Retranslation all = Acting.asOperator(rates::applyToAll);
        assertThat(all.changed()).isEqualTo(1);
        assertThat(ledger.money("select sum(net_amount) from ledger.pub_account_month"))
                .isEqualByComparingTo("2100");
        assertThat(Acting.asOperator(rates::applyToAll).changed()).isZero();
        assertThat(ledger.count("select revision from ledger.pub_state")).isEqualTo(revision + 2);
    }

    @Test
    void only_items_that_count_are_counted_as_changed() {
        String invoice = INVOICES + "R1,A1,2024-01-05,2024-02-05,%s,EUR\n";
        ledger.importText(Kind.RECEIVABLES, invoice.formatted("100"));
        ImportReport newer = ledger.importText(Kind.RECEIVABLES, invoice.formatted("110"));
        ledger.importText(Kind.RATES, "currency,date,rate\nEUR,2024-01-01,9\n");

        assertThat(Acting.asOperator(rates::applyWhereNoneWas).changed()).isEqualTo(1);
        assertThat(ledger.money("select amount from ledger.pub_batch where id = " + newer.batch()))
                .isEqualByComparingTo("990");
    }

    @Test
    void figures_that_do_not_add_up_stop_the_rates() {
        ledger.importText(Kind.SALES, "customer,document,date,quantity,amount,cost\nA1,I-1,2024-01-15,1,100,60\n");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update ledger.account_day set gross_cost = 1 where day = '2024-01-15'");

        assertThatThrownBy(() -> Acting.asOperator(rates::applyToAll)).hasMessageContaining("do not add up");
        assertThat(ledger.rebuild()).isPositive();
    }

    @Test
    void a_currency_that_does_not_exist_has_no_rate() {
        ImportReport refused = ledger.importText(
                Kind.RATES, "currency,date,rate\nEUR,2024-03-01,9\nXYZ,2024-03-01,2\nDollar,2024-03-01,7\n");

        assertThat(refused.status()).isEqualTo(ImportReport.Status.REFUSED);
        assertThat(refused.problems())
                .extracting(problem -> problem.line() + " " + problem.reason().code() + " " + problem.value())
                .containsExactly("3 no-such-currency XYZ", "4 no-such-currency Dollar");
    }

    @Test
    void who_brings_rates_hears_what_still_waits_and_which_months() throws Exception {
        ledger.importText(
                Kind.SALES,
                "customer,document,date,amount,currency\nA1,W-1,2024-03-15,10,GBP\nA1,W-2,2024-03-16,10,GBP\nA1,W-3,2024-05-01,10,EUR\n");
        ImportReport brought = ledger.importText(Kind.RATES, "currency,date,rate\nEUR,2024-04-01,9\n");

        assertThat(Acting.asOperator(rates::waiting))
                .containsExactly(
                        new RateDesk.Waiting("EUR", LocalDate.of(2024, 5, 1), 1),
                        new RateDesk.Waiting("GBP", LocalDate.of(2024, 3, 1), 2));
        web.perform(get("/imports/" + brought.batch()).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("3 rows still wait for a rate")));
        web.perform(get("/quality").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("action=\"/quality/rates\"")));
        web.perform(post("/quality/rates").with(cast.signedIn(cast.controller())))
                .andExpect(status().isForbidden());
        web.perform(post("/quality/rates").with(cast.signedIn(cast.director()))).andExpect(redirectedUrl("/quality"));
        assertThat(Acting.asOperator(rates::waiting))
                .containsExactly(new RateDesk.Waiting("GBP", LocalDate.of(2024, 3, 1), 2));
    }

    @Test
    void who_may_not_change_the_ledger_applies_no_rates() {
        assertThatThrownBy(() -> cast.as(cast.viewer(), rates::applyToAll)).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void a_foreign_line_without_price_and_rate_is_gross_by_the_sign_it_has() {
        ledger.importText(
                Kind.SALES,
                "customer,document,date,quantity,amount,currency\nA1,I-1,2024-01-15,1,100,EUR\nA1,I-2,2024-01-15,1,-5,EUR\n");
        assertThat(ledger.count("select sum(gross_lines) from ledger.pub_account_day"))
                .isEqualTo(1);
        assertThat(ledger.count("select sum(net_lines) from ledger.pub_account_day"))
                .isEqualTo(2);
    }

    private PaymentFigures figures() {
        return Acting.asOperator(() -> behaviour.of(account(), JULY)).orElseThrow();
    }

    private List<ReceivableItem> open() {
        return Acting.asOperator(() -> items.openOf(account(), JULY, 100));
    }

    private int withoutRate() {
        return Acting.asOperator(() -> items.withoutRate(account(), false, JULY));
    }

    private long account() {
        return Acting.asOperator(() -> accounts.byCode("A1")).orElseThrow().id();
    }
}
