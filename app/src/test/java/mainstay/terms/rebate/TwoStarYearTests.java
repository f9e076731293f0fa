package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.terms.credit.CreditStandings;
import mainstay.terms.credit.HeldLimit;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/// A year of an account of two stars, whose limit follows its rebate: it buys and returns by chance, is paid
/// out, and orders on credit all the while. No order that was allowed leaves more standing than the limit
/// of that moment.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoStarYearTests {

    private static final int ORDERS = 6;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    ImportDesk desk;

    @Autowired
    CreditStandings standings;

    private final Random chance = new Random(20_261_123);
    private RebateTestbed bed;
    private int allowed;
    private int held;

    @BeforeAll
    void an_account_of_two_stars(
            @Autowired Accounts accounts, @Autowired Accruals accruals, @Autowired Rebates rebates) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(
                desk, Kind.SALES, "customer,document,date,amount\nTWO,B1,2024-11-20,90000\nTWO,B2,2025-06-10,80000\n");
        bed.ladder("Quarterly", "quarter", "2026-01-01", 10_000, 0.02, 40_000, 0.05);
        bed.agree("TWO", "Quarterly", "2026-01-01", false);
        bed.inside("""
                with r as (insert into rating.rating (scope, account_id, model_version, as_of, revision, score, coverage, stars,
                                                      computed_stars, hollow, figures, points, unknown)
                           values ('account', %1$d, 1, '2026-01-01', 1, 40, 0.8, 2, 2, false, '{}', '{}', '{}') returning id)
                insert into rating.current (scope, account_id, rating_id, as_of, stars, hollow)
                select 'account', %1$d, id, '2026-01-01', 2, false from r
                """.formatted(bed.id("TWO")));
    }

    @AfterAll
    void today_again() {
        clock.reset();
    }

    @Test
    void no_order_that_was_allowed_leaves_exposure_above_the_limit_of_that_moment() throws Exception {
        long invoiced = 0;
        for (int month = 1; month <= 11; month++) {
            LocalDate day = LocalDate.of(2026, month, 16);
            clock.setTo(day.atTime(1, 0).toInstant(ZoneOffset.UTC));
            bought(month, day, invoiced);
            invoiced = 0;
            for (int order = 0; order < ORDERS; order++) {
                int amount = 100 + chance.nextInt(2_500);
                if (isAllowed("M%d-%d".formatted(month, order), amount)) {
                    invoiced += amount;
                    stands();
                }
            }
        }
        assertThat(allowed).as("orders that went out").isGreaterThan(5);
        assertThat(held).as("orders that were held").isGreaterThan(5);
    }

    /// What was bought, or now and then given back, a part of last month's orders that is still owed, and
    /// now and then a payout.
    private void bought(int month, LocalDate day, long invoiced) {
        int amount = chance.nextInt(5) == 0 ? -5_000 : 5_000 + chance.nextInt(30_000);
        TermsTestbed.bring(
                desk,
                Kind.SALES,
                "customer,document,date,amount\nTWO,S%d,%s,%d\n".formatted(month, day.minusDays(2), amount));
        if (invoiced > 0) {
            TermsTestbed.bring(
                    desk,
                    Kind.RECEIVABLES,
                    "customer,number,issued,due,amount\nTWO,I%d,%s,%s,%d\n"
                            .formatted(month, day.minusDays(1), day.plusDays(30), invoiced / 4));
        }
        for (Rebate rebate : bed.of("TWO")) {
            Long payable = rebate.payable();
            if (payable != null && payable > 0 && chance.nextInt(4) == 0) {
                bed.book(rebate, "payout", payable);
            }
        }
    }

    private boolean isAllowed(String key, int amount) throws Exception {
        String answer = web.perform(post("/api/v1/credit-checks")
                        .header("Authorization", "Bearer " + cast.token(cast.controller()))
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"account\": \"TWO\", \"stage\": \"order\", \"amount\": %d, \"order\": \"%s\"}"
                                .formatted(amount, key)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String decision = JsonPath.read(answer, "$.decision");
        if (decision.equals("hold")) {
            held++;
            return false;
        }
        assertThat(decision).as(answer).isEqualTo("allowed");
        allowed++;
        return true;
    }

    private void stands() {
        HeldLimit own = Acting.asOperator(() -> standings.of(bed.id("TWO"))).getFirst();
        assertThat(Objects.requireNonNull(own.amount()))
                .as("a limit by rebate is set all year")
                .isGreaterThanOrEqualTo(own.exposure().total());
    }
}
