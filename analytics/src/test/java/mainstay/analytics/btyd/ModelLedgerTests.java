package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import mainstay.analytics.Cdnow;
import mainstay.analytics.OnlineRetail;
import mainstay.analytics.purchase.CalibrationSplit;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.PurchaseLog;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.Discount;
import mainstay.analytics.value.LifetimeValue;
import org.junit.jupiter.api.Test;

/// What the models say of whole ledgers, at the parameters of lifetimes 0.11.3 converged tightly with scipy 1.10.1.
class ModelLedgerTests {

    private static final LocalDate CDNOW_END = LocalDate.of(1997, 9, 30);
    private static final LocalDate RETAIL_END = LocalDate.of(2011, 12, 9);
    private static final BgNbd CDNOW = new BgNbd(0.242595, 4.413602, 0.792922, 2.425907, TimeUnit.WEEK);
    private static final BgNbd RETAIL = new BgNbd(0.826542, 68.905132, 0.003437, 6.74516, TimeUnit.DAY);
    private static final GammaGamma RETAIL_SPENDING = new GammaGamma(2.103382, 3.451179, 485.888547);

    private static List<CustomerSummary> customers(PurchaseLog<String> log, LocalDate end, TimeUnit unit) {
        return log.histories().values().stream()
                .flatMap(history -> history.summary(end, unit).stream())
                .toList();
    }

    private static double expected(BuyingModel model, List<CustomerSummary> customers, Horizon ahead) {
        return customers.stream()
                .mapToDouble(customer -> model.expectedPurchases(customer, ahead))
                .sum();
    }

    @Test
    void online_retail_is_nearly_all_alive() {
        var customers = customers(OnlineRetail.ledger().purchases(), RETAIL_END, TimeUnit.DAY);
        var alive = customers.stream().mapToDouble(RETAIL::probabilityAlive).summaryStatistics();

        assertThat(alive.getAverage()).isCloseTo(0.999006, within(1e-6));
        assertThat(alive.getMin()).isGreaterThan(0.5);
    }

    @Test
    void online_retail_in_the_next_twelve_months() {
        var customers = customers(OnlineRetail.ledger().purchases(), RETAIL_END, TimeUnit.DAY);
        var repeat =
                customers.stream().filter(CustomerSummary::isRepeatCustomer).toList();

        assertThat(expected(RETAIL, customers, Horizon.days(360))).isCloseTo(18675.644, within(0.05));
        assertThat(expected(RETAIL, repeat, Horizon.days(360))).isLessThan(18675.644);
    }

    /// Twelve months of 30 days at 1 % each, repeat customers only.
    @Test
    void online_retail_is_worth_seven_and_a_half_millions() {
        var step = Horizon.days(30);
        var value = new LifetimeValue(RETAIL, RETAIL_SPENDING, 1);
        var values = customers(OnlineRetail.ledger().purchases(), RETAIL_END, TimeUnit.DAY).stream()
                .filter(CustomerSummary::isRepeatCustomer)
                .map(customer ->
                        value.of(customer, step, 12, new Discount(0.01, step)).getAsDouble())
                .sorted(Comparator.reverseOrder())
                .toList();

        assertThat(values).hasSize(2790);
        assertThat(values.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(7569499.51, within(30.0));
        assertThat(values.subList(0, 5).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .containsExactly(new double[] {222119.18, 178886.04, 175477.91, 147469.13, 127575.15}, within(2.0));
    }

    @Test
    void the_mbg_nbd_of_online_retail() {
        var mbg = MbgNbd.fit(GroupedSummaries.of(
                        TimeUnit.DAY, customers(OnlineRetail.ledger().purchases(), RETAIL_END, TimeUnit.DAY)))
                .orElseThrow()
                .model();

        assertThat(mbg.alpha()).isCloseTo(69.035001, within(2e-3));
        assertThat(mbg.b()).isCloseTo(11.893696, within(5e-3));
    }

    /// A forecast has to beat the guess that everybody buys as often as the mean customer.
    @Test
    void the_holdout_of_online_retail_is_better_than_a_guess() {
        var splits = OnlineRetail.ledger().purchases().histories().values().stream()
                .flatMap(history -> history.split(LocalDate.of(2011, 6, 30), RETAIL_END, TimeUnit.DAY).stream())
                .toList();
        var mean = splits.stream()
                .mapToInt(CalibrationSplit::holdoutPurchases)
                .average()
                .orElseThrow();
        var guess = splits.stream()
                .mapToDouble(split -> Math.abs(split.holdoutPurchases() - mean))
                .average()
                .orElseThrow();
        var model = new BgNbd(0.744214, 63.333017, 9.6e-05, 101692.483102, TimeUnit.DAY);

        assertThat(guess).isCloseTo(2.014099, within(1e-6));
        assertThat(Holdout.of(model, splits, 3).meanAbsoluteError()).isCloseTo(1.366541, within(1e-5));
    }

    /// Twelve months of 30 days.
    @Test
    void cdnow_in_the_next_twelve_months() {
        var customers = customers(Cdnow.sample(), CDNOW_END, TimeUnit.WEEK);

        assertThat(expected(CDNOW, customers, Horizon.days(360))).isCloseTo(2071.063, within(0.01));
    }

    @Test
    void the_busiest_customer_of_cdnow() {
        var histories = Cdnow.sample().histories();
        var busiest = histories.get("1516");

        assertThat(busiest).isNotNull();
        var summary = busiest.summary(CDNOW_END, TimeUnit.WEEK).orElseThrow();
        assertThat(summary.repeatPurchases()).isEqualTo(26);
        assertThat(summary.ageAtLastPurchase()).isCloseTo(30.857, within(5e-4));
        assertThat(summary.age()).isEqualTo(31);
        assertThat(CDNOW.expectedPurchases(summary, Horizon.weeks(52))).isCloseTo(25.75659, within(2e-3));
        assertThat(CDNOW.probabilityAlive(summary)).isCloseTo(0.9688523, within(1e-5));
    }

    @Test
    void days_and_weeks_and_months_say_the_same_of_cdnow() {
        var weeks = customers(Cdnow.sample(), CDNOW_END, TimeUnit.WEEK);
        var months = customers(Cdnow.sample(), CDNOW_END, TimeUnit.MONTH);

        assertThat(expected(CDNOW.in(TimeUnit.MONTH), months, Horizon.weeks(39)))
                .isCloseTo(expected(CDNOW, weeks, Horizon.weeks(39)), within(1e-6));
        assertThat(expected(CDNOW.in(TimeUnit.DAY), months, Horizon.months(39 * 7 / 30.4375)))
                .isCloseTo(1653.4094, within(2e-3));
    }

    @Test
    void spending_of_online_retail_and_of_cdnow_on_the_average() {
        var retail = customers(OnlineRetail.ledger().purchases(), RETAIL_END, TimeUnit.DAY);
        var cdnow = customers(Cdnow.sample(), CDNOW_END, TimeUnit.WEEK);
        var cdnowSpending = new GammaGamma(6.249572, 3.744225, 15.443524);

        assertThat(cdnow.stream()
                        .mapToDouble(customer ->
                                cdnowSpending.expectedSpend(customer).getAsDouble())
                        .average()
                        .orElseThrow())
                .isCloseTo(35.2529588256, within(1e-3));
        assertThat(RETAIL_SPENDING.populationMean().getAsDouble())
                .isCloseTo(2.103382 * 485.888547 / 2.451179, within(1e-6));
        assertThat(retail.stream().filter(CustomerSummary::isRepeatCustomer).count())
                .isEqualTo(2790);
    }
}
