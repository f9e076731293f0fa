package mainstay.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import mainstay.analytics.btyd.BgBb;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.DiscreteSummary;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Holdout;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.concentration.Concentration;
import mainstay.analytics.profit.Stratum;
import mainstay.analytics.purchase.CalibrationSplit;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.rhythm.Breadth;
import mainstay.analytics.rhythm.RateChange;
import mainstay.analytics.survival.KaplanMeier;
import mainstay.analytics.survival.LogRank;
import mainstay.analytics.survival.Tenure;
import mainstay.analytics.value.ConstantMargin;
import mainstay.analytics.value.Discount;
import mainstay.analytics.value.EquityBridge;
import mainstay.analytics.value.LifetimeValue;
import mainstay.analytics.value.OwnHistory;
import mainstay.analytics.value.RetentionWhatIf;
import mainstay.analytics.wallet.WalletAllocation;
import org.junit.jupiter.api.Test;

/// The worked examples of docs/definitions, number by number.
class DefinitionExampleTests {

    @Test
    void repeat_buying() {
        var model = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeUnit.WEEK);
        var customer = new CustomerSummary(2, 30.43, 38.86, OptionalDouble.empty(), TimeUnit.WEEK);

        assertThat(model.probabilityAlive(customer)).isCloseTo(0.7266, within(5e-5));
        assertThat(model.probabilityAlive(customer))
                .isCloseTo(1 / (1 + 0.793 / 3.426 * Math.pow(43.274 / 34.844, 2.243)), within(1e-12));
        assertThat(model.expectedPurchases(customer, Horizon.weeks(39))).isCloseTo(1.226, within(5e-4));
    }

    @Test
    void expected_spend() {
        var model = new GammaGamma(6.25, 3.74, 15.44);

        assertThat(model.expectedSpend(2, 22.35).getAsDouble()).isCloseTo(24.66, within(0.005));
        assertThat(model.populationMean().getAsDouble()).isCloseTo(35.22, within(0.005));
    }

    @Test
    void lifetime_value() {
        var constant = new ConstantMargin(100, 0.8, 0.1);
        var faithful = new LifetimeValue(new Nbd(2, 2, TimeUnit.WEEK), new GammaGamma(6.25, 3.74, 15.44), 1);
        var newcomer = new CustomerSummary(0, 0, 0, OptionalDouble.empty(), TimeUnit.WEEK);

        assertThat(constant.value()).isCloseTo(266.67, within(0.005));
        assertThat(constant.valueAfter(66)).isCloseTo(200.67, within(0.005));
        assertThat(faithful.residualPurchases(newcomer, new Discount(Math.expm1(0.05), Horizon.weeks(1))))
                .isCloseTo(20, within(1e-9));
    }

    @Test
    void customer_equity() {
        var bridge = EquityBridge.between(
                Map.of("A", 100L, "B", 80L, "C", 50L, "D", 20L), Map.of("A", 130L, "B", 60L, "D", 20L, "E", 40L));

        assertThat(bridge)
                .isEqualTo(new EquityBridge(250, 40, 180, 30, 20, 50, 250, new EquityBridge.Heads(1, 1, 1, 1, 1)));
    }

    @Test
    void retention_what_if() {
        var whatIf = RetentionWhatIf.of(new ConstantMargin(100, 0.60, 0.10), 0.05, 1000);

        assertThat(whatIf.gain()).isCloseTo(24_444, within(0.5));
        assertThat(whatIf.relativeGain().getAsDouble()).isCloseTo(0.204, within(5e-4));
        assertThat(whatIf.keptPerPeriod()).isCloseTo(50, within(1e-9));
        assertThat(RetentionWhatIf.of(new ConstantMargin(100, 0.90, 0.10), 0.05, 1)
                        .relativeGain()
                        .getAsDouble())
                .isCloseTo(0.407, within(5e-4));
    }

    @Test
    void tenure() {
        var curve = KaplanMeier.of(List.of(
                new Tenure(1, true),
                new Tenure(2, true),
                new Tenure(4, true),
                new Tenure(3, false),
                new Tenure(5, false)));

        assertThat(curve.survival(1)).isCloseTo(0.8, within(1e-12));
        assertThat(curve.survival(2)).isCloseTo(0.6, within(1e-12));
        assertThat(curve.survival(4)).isCloseTo(0.3, within(1e-12));
        assertThat(curve.median()).hasValue(4);
    }

    @Test
    void tenure_of_two_segments() {
        var one = List.of(new Tenure(1, true), new Tenure(3, false));
        var other = List.of(new Tenure(2, true), new Tenure(3, false));
        var test = LogRank.of(List.of(one, other));

        assertThat(test.expected().getFirst()).isCloseTo(0.833, within(5e-4));
        assertThat(test.chiSquare()).isCloseTo(0.059, within(5e-4));
        assertThat(test.pValue()).isCloseTo(0.81, within(0.005));
    }

    @Test
    void falling_rate() {
        var change = new RateChange(12, 365, 4, 365);
        var breadth = Breadth.between(
                Map.of("nails", 400.0, "screws", 300.0, "glue", 200.0, "tape", 100.0),
                Map.of("nails", 500.0, "screws", 500.0));

        assertThat(change.ratio().getAsDouble()).isCloseTo(0.333, within(5e-4));
        assertThat(change.pValue()).isCloseTo(0.0384, within(5e-5));
        assertThat(breadth.lost()).hasSize(2);
        assertThat(breadth.lostShare().getAsDouble()).isCloseTo(0.30, within(1e-12));
        assertThat(breadth.effectiveBefore()).isCloseTo(3.33, within(0.005));
        assertThat(breadth.effectiveAfter()).isCloseTo(2, within(1e-12));
    }

    @Test
    void wallet_allocation() {
        assertThat(WalletAllocation.shares(9, 9, 4))
                .containsExactly(new double[] {0.4167, 0.4167, 0.1667}, within(5e-5));
    }

    @Test
    void stratification() {
        assertThat(Stratum.of(900, 500, 20, 50)).isEqualTo(Stratum.SERVICE_DRAIN);
        assertThat(Stratum.of(100, 500, 80, 50)).isEqualTo(Stratum.OPPORTUNISTIC);
    }

    @Test
    void concentration_ratio() {
        assertThat(Concentration.of(40, 30, 20, 5, 5).cr(4).orElseThrow()).isCloseTo(0.95, within(1e-12));
    }

    @Test
    void own_history() {
        var purchases = new ArrayList<Purchase>();
        var day = LocalDate.of(2025, 1, 1);
        purchases.add(new Purchase(day, 100));
        for (var gap : new int[] {14, 10, 20, 12, 18, 16}) {
            day = day.plusDays(gap);
            purchases.add(new Purchase(day, purchases.size() % 2 == 0 ? 100 : 140));
        }
        var history = PurchaseHistory.of(purchases);
        var own = OwnHistory.of(history, day.plusDays(17), 0.95).orElseThrow();
        var later = OwnHistory.of(history, day.plusDays(57), 0.95).orElseThrow();

        assertThat(own.probabilityAlive().value().orElseThrow()).isCloseTo(0.714, within(5e-4));
        assertThat(own.expectedPurchases(Horizon.days(365.25)).value().orElseThrow())
                .isCloseTo(5.44, within(0.005));
        assertThat(own.expectedSpend().value().orElseThrow()).isCloseTo(117.14, within(0.005));
        assertThat(later.probabilityAlive().value().orElseThrow()).isCloseTo(0.041, within(5e-4));
    }

    /// Nine gaps of 29 days and one of 39, which is as long as the silence; sixty days later none is.
    @Test
    void at_risk() {
        var purchases = new ArrayList<Purchase>();
        var day = LocalDate.of(2025, 1, 1);
        purchases.add(new Purchase(day, 100));
        for (var gap : new int[] {29, 29, 29, 29, 39, 29, 29, 29, 29, 29}) {
            day = day.plusDays(gap);
            purchases.add(new Purchase(day, 100));
        }
        var history = PurchaseHistory.of(purchases);
        var now = OwnHistory.of(history, day.plusDays(39), 0.95).orElseThrow().probabilityAlive();
        var later = OwnHistory.of(history, day.plusDays(99), 0.95).orElseThrow().probabilityAlive();

        assertThat(now.inputs()).containsEntry("n", 10.0).containsEntry("k", 1.0);
        assertThat(now.value().orElseThrow()).isCloseTo(0.6, within(1e-12));
        assertThat(900 * (1 - now.value().orElseThrow())).isCloseTo(360, within(1e-9));
        assertThat(later.inputs()).containsEntry("k", 0.0);
        assertThat(later.value().orElseThrow()).isCloseTo(0.063, within(5e-4));
    }

    @Test
    void fixed_occasions() {
        var model = new BgBb(1.204, 0.750, 0.657, 2.783);

        assertThat(model.expectedRepeatPurchases(1)).isCloseTo(0.4985, within(5e-5));
        assertThat(model.expectedRepeatPurchases(2)).isCloseTo(0.923, within(5e-4));
        assertThat(model.expectedPurchases(new DiscreteSummary(4, 5, 6), 10)).isCloseTo(3.63, within(0.005));
    }

    @Test
    void model_check() {
        var nbd = new Nbd(1, 1, TimeUnit.DAY);
        var holdout = Holdout.of(nbd, List.of(split(0, 9, 2), split(0, 19, 0), split(1, 9, 2)), 1);

        assertThat(holdout.expected()).isCloseTo(3.5, within(1e-12));
        assertThat(holdout.meanAbsoluteError()).isCloseTo(0.5, within(1e-12));
        assertThat(holdout.rootMeanSquareError()).isCloseTo(0.645, within(5e-4));
    }

    private static CalibrationSplit split(int x, double age, int held) {
        return new CalibrationSplit(
                new CustomerSummary(x, x, age, OptionalDouble.empty(), TimeUnit.DAY), held, 10, OptionalDouble.empty());
    }

    /// The six lines of the guide.
    @Test
    void the_guide() {
        var summaries = Cdnow.sample().histories().values().stream()
                .flatMap(history -> history.summary(LocalDate.of(1997, 9, 30), TimeUnit.WEEK).stream())
                .toList();

        var groups = GroupedSummaries.of(TimeUnit.WEEK, summaries);
        var fit = MbgNbd.fit(groups).orElseThrow();
        var customer = summaries.getFirst();
        var alive = fit.model().probabilityAlive(customer);
        var orders = fit.model().expectedPurchases(customer, Horizon.weeks(39));

        assertThat(alive).isCloseTo(0.71, within(0.005));
        assertThat(orders).isCloseTo(1.26, within(0.005));
    }
}
