package mainstay.analytics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import mainstay.analytics.btyd.BgBb;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.DiscreteSummaries;
import mainstay.analytics.btyd.DiscreteSummary;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.btyd.ParetoNbd;
import mainstay.analytics.btyd.Tracking;
import mainstay.analytics.concentration.AbcBoundaries;
import mainstay.analytics.concentration.AbcSplit;
import mainstay.analytics.concentration.Concentration;
import mainstay.analytics.concentration.CumulativeCurve;
import mainstay.analytics.concentration.HhiGuideline;
import mainstay.analytics.profit.WhaleCurve;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.PurchaseLog;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.rfm.Quintiles;
import mainstay.analytics.rfm.RfmScore;
import mainstay.analytics.rfm.RfmValues;
import mainstay.analytics.rhythm.PeerRhythm;
import mainstay.analytics.rhythm.RateChange;
import mainstay.analytics.rhythm.RhythmRule;
import mainstay.analytics.survival.LogRank;
import mainstay.analytics.survival.Tenure;
import mainstay.analytics.value.ConstantMargin;
import mainstay.analytics.value.CustomerEquity;
import mainstay.analytics.value.Discount;
import mainstay.analytics.value.EquityBridge;
import mainstay.analytics.value.LifetimeValue;
import mainstay.analytics.value.RetentionWhatIf;
import mainstay.analytics.wallet.WalletAllocation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever cannot be answered is refused, and the refusal says what was wrong in words and numbers.
class ArgumentTests {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 5);
    private static final double NAN = Double.NaN;
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private static Arguments refused(String message, ThrowingCallable call) {
        return arguments(message, call);
    }

    private static PurchaseHistory history() {
        return PurchaseHistory.of(List.of(new Purchase(DAY, 1)));
    }

    static Stream<Arguments> models() {
        return Stream.of(
                refused("r 0.0 is not a positive number", () -> new Nbd(0, 1, TimeUnit.DAY)),
                refused("alpha NaN is not a positive number", () -> new Nbd(1, NAN, TimeUnit.DAY)),
                refused("r -1.0 is not", () -> new BgNbd(-1, 1, 1, 1, TimeUnit.DAY)),
                refused("alpha Infinity is not", () -> new BgNbd(1, ENDLESS, 1, 1, TimeUnit.DAY)),
                refused("a 0.0 is not", () -> new BgNbd(1, 1, 0, 1, TimeUnit.DAY)),
                refused("b 0.0 is not", () -> new BgNbd(1, 1, 1, 0, TimeUnit.DAY)),
                refused("r 0.0 is not", () -> new MbgNbd(0, 1, 1, 1, TimeUnit.DAY)),
                refused("alpha 0.0 is not", () -> new MbgNbd(1, 0, 1, 1, TimeUnit.DAY)),
                refused("a -2.0 is not", () -> new MbgNbd(1, 1, -2, 1, TimeUnit.DAY)),
                refused("b NaN is not", () -> new MbgNbd(1, 1, 1, NAN, TimeUnit.DAY)),
                refused("r NaN is not", () -> new ParetoNbd(NAN, 1, 1, 1, TimeUnit.DAY)),
                refused("alpha 0.0 is not", () -> new ParetoNbd(1, 0, 1, 1, TimeUnit.DAY)),
                refused("s 0.0 is not", () -> new ParetoNbd(1, 1, 0, 1, TimeUnit.DAY)),
                refused("beta Infinity is not", () -> new ParetoNbd(1, 1, 1, ENDLESS, TimeUnit.DAY)),
                refused("alpha 0.0 is not", () -> new BgBb(0, 1, 1, 1)),
                refused("beta 0.0 is not", () -> new BgBb(1, 0, 1, 1)),
                refused("gamma 0.0 is not", () -> new BgBb(1, 1, 0, 1)),
                refused("delta 0.0 is not", () -> new BgBb(1, 1, 1, 0)),
                refused("p 0.0 is not", () -> new GammaGamma(0, 1, 1)),
                refused("q 0.0 is not", () -> new GammaGamma(1, 0, 1)),
                refused("v 0.0 is not", () -> new GammaGamma(1, 1, 0)),
                refused(
                        "purchases -1 are below 0",
                        () -> new BgNbd(1, 1, 1, 1, TimeUnit.DAY).probability(-1, Horizon.days(1))),
                refused("horizon -1.0 is not a number from 0 on", () -> Horizon.days(-1)),
                refused("horizon NaN is not", () -> Horizon.weeks(NAN)),
                refused("horizon Infinity is not", () -> Horizon.months(ENDLESS)),
                refused(
                        "days per step 0 are below 1",
                        () -> Tracking.of(new Nbd(1, 1, TimeUnit.DAY), List.of(history()), DAY, 0, 3)),
                refused("need 0 <= x <= t_x <= n, not -1, 0, 6", () -> new DiscreteSummary(-1, 0, 6)),
                refused("not 3, 2, 6", () -> new DiscreteSummary(3, 2, 6)),
                refused("not 3, 7, 6", () -> new DiscreteSummary(3, 7, 6)),
                refused("without a purchase t_x is 0, not 2", () -> new DiscreteSummary(0, 2, 6)),
                refused("weight 0.0 is not", () -> new DiscreteSummaries().add(new DiscreteSummary(0, 0, 6), 0)));
    }

    static Stream<Arguments> purchases() {
        return Stream.of(
                refused(
                        "repeat purchases -1 are below 0",
                        () -> new CustomerSummary(-1, 0, 1, OptionalDouble.empty(), TimeUnit.DAY)),
                refused(
                        "age at last purchase 3.0 is outside 0 to the age 2.0",
                        () -> new CustomerSummary(1, 3, 2, OptionalDouble.empty(), TimeUnit.DAY)),
                refused(
                        "without a repeat purchase the age at last purchase is 0, not 1.0",
                        () -> new CustomerSummary(0, 1, 2, OptionalDouble.empty(), TimeUnit.DAY)),
                refused(
                        "mean value NaN is not finite",
                        () -> new CustomerSummary(1, 1, 2, OptionalDouble.of(NAN), TimeUnit.DAY)),
                refused("amount Infinity on 2025-05-05 is not finite", () -> new Purchase(DAY, ENDLESS)),
                refused("amount NaN on 2025-05-05", () -> new PurchaseLog<String>().add("A", DAY, NAN)),
                refused("a history needs at least one purchase", () -> PurchaseHistory.of(List.of())),
                refused(
                        "observation end 2025-05-04 lies before calibration end 2025-05-05",
                        () -> history().split(DAY, DAY.minusDays(1), TimeUnit.DAY)),
                refused(
                        "columns of 1, 2 and 1 rows",
                        () -> GroupedSummaries.ofDays(new int[1], new int[2], new int[1], TimeUnit.DAY)),
                refused(
                        "row 1 cannot belong to a customer: x 0, t_x 5, T 9",
                        () -> GroupedSummaries.ofDays(
                                new int[] {1, 0}, new int[] {5, 5}, new int[] {9, 9}, TimeUnit.DAY)),
                refused(
                        "weight NaN is not a positive number",
                        () -> new GroupedSummaries.Weighted(TimeUnit.DAY)
                                .add(new CustomerSummary(0, 0, 1, OptionalDouble.empty(), TimeUnit.DAY), NAN)),
                refused("columns of 1 and 2 rows", () -> MeanValues.of(new int[1], new double[2])),
                refused("row 0 has x 0 and mean value 5.0", () -> MeanValues.of(new int[1], new double[] {5})));
    }

    static Stream<Arguments> measures() {
        return Stream.of(
                refused("every value must be finite", () -> Concentration.of(1, NAN)),
                refused(
                        "share 0.0 is outside 0 (exclusive) to 1",
                        () -> Concentration.of(1, 2).customersFor(0)),
                refused("share 1.5 is outside", () -> Concentration.of(1, 2).customersFor(1.5)),
                refused("threshold 0.0 is outside", () -> Concentration.of(1, 2).majorCustomers(0)),
                refused(
                        "threshold 1.01 is outside",
                        () -> Concentration.of(1, 2).majorCustomers(1.01)),
                refused("threshold NaN is outside", () -> Concentration.of(1, 2).majorCustomers(NAN)),
                refused(
                        "number of customers -1 is negative",
                        () -> Concentration.of(1, 2).cr(-1)),
                refused(
                        "rank 0 is outside 1 to 2",
                        () -> CumulativeCurve.of(1, 2).value(0)),
                refused(
                        "a curve needs at least 3 points, not 2",
                        () -> CumulativeCurve.of(1, 2, 3).points(2)),
                refused("boundaries need 0 < a < b <= 1, not 0.9 and 0.8", () -> new AbcBoundaries(0.9, 0.8)),
                refused("not 0.0 and 0.8", () -> new AbcBoundaries(0, 0.8)),
                refused("not 0.5 and 1.1", () -> new AbcBoundaries(0.5, 1.1)),
                refused("rank 7 is outside 1 to 6", () -> new AbcSplit(1, 2, 3).of(7)),
                refused("an index of -1.0 is below 0", () -> HhiGuideline.MERGER_2023.band(-1)),
                refused("an index of NaN", () -> HhiGuideline.MERGER_2010.band(NAN)),
                refused("every value must be finite", () -> WhaleCurve.of(ENDLESS, 1.0)),
                refused("value NaN is not finite", () -> Quintiles.largestBest(1, NAN)),
                refused("is not finite", () -> Quintiles.smallestBest(1, ENDLESS)),
                refused("days since last purchase -1 are below 0", () -> new RfmValues(-1, 1, 1)),
                refused("purchases 0 are below 1", () -> new RfmValues(1, 0, 1)),
                refused("amount Infinity is not finite", () -> new RfmValues(1, 1, ENDLESS)),
                refused("score 6 is outside 1 to 5", () -> new RfmScore(1, 6, 1)),
                refused("levels need 0 < late < silent <= 1, not 0.9 and 0.9", () -> new RhythmRule(0.9, 0.9, 4, 3)),
                refused("peer weight 0.0 is not a positive number", () -> new RhythmRule(0.8, 0.9, 0, 3)),
                refused("gaps asked of a peer 0 are below 1", () -> new RhythmRule(0.8, 0.9, 4, 0)),
                refused(
                        "-1 peers with thresholds",
                        () -> new PeerRhythm(-1, OptionalDouble.empty(), OptionalDouble.empty())),
                refused(
                        "late after 9.0 days, but silent after 8.0",
                        () -> new PeerRhythm(1, OptionalDouble.of(9), OptionalDouble.of(8))),
                refused("-1 in 1 days, then 0 in 1", () -> new RateChange(-1, 1, 0, 1)),
                refused("duration NaN is not a number from 0 on", () -> new Tenure(NAN, true)),
                refused("the test compares segments, not 1", () -> LogRank.of(List.of(List.of()))),
                refused("rank 4.0 among 3 suppliers", () -> WalletAllocation.share(4, 3)),
                refused("rank 1.0 among 0 suppliers", () -> WalletAllocation.share(1, 0)),
                refused("scores [1.0, NaN] are not all finite", () -> WalletAllocation.shares(1, NAN)));
    }

    static Stream<Arguments> values() {
        var buying = new Nbd(1, 1, TimeUnit.DAY);
        var spending = new GammaGamma(1, 2, 1);
        var customer = new CustomerSummary(1, 1, 2, OptionalDouble.of(5), TimeUnit.DAY);
        return Stream.of(
                refused("margin 0.0 is outside 0 (exclusive) to 1", () -> new LifetimeValue(buying, spending, 0)),
                refused("margin 1.1 is outside", () -> new LifetimeValue(buying, spending, 1.1)),
                refused(
                        "residual purchases need a discount rate above 0",
                        () -> LifetimeValue.residualPurchases(buying, customer, Discount.yearly(0))),
                refused("discount rate -0.1 is not a number from 0 on", () -> Discount.yearly(-0.1)),
                refused("discount rate Infinity", () -> Discount.monthly(ENDLESS)),
                refused("a discount rate needs a stretch longer than 0.0", () -> new Discount(0.1, Horizon.days(0))),
                refused("retention 1.1 is outside 0 to 1", () -> new ConstantMargin(1, 1.1, 0.1)),
                refused("discount rate 0.0 is too low for retention 1.0", () -> new ConstantMargin(1, 1, 0)),
                refused("margin NaN, discount rate 0.1", () -> new ConstantMargin(NAN, 0.5, 0.1)),
                refused(
                        "customers -1.0 are below 0",
                        () -> RetentionWhatIf.of(new ConstantMargin(1, 0.5, 0.1), 0.05, -1)),
                refused(
                        "customers NaN are below 0",
                        () -> RetentionWhatIf.of(new ConstantMargin(1, 0.5, 0.1), 0.05, NAN)),
                refused("values -1 and 0 must not be below 0", () -> EquityBridge.between(Map.of("A", -1L), Map.of())),
                refused("values 0 and -5 must not be below 0", () -> EquityBridge.between(Map.of(), Map.of("A", -5L))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"models", "purchases", "measures", "values"})
    void refusals_say_what_was_wrong(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    static Stream<Arguments> overflows() {
        return Stream.of(
                refused("overflow", () -> CumulativeCurve.of(Long.MAX_VALUE, 1L)),
                refused("overflow", () -> Concentration.of(Long.MIN_VALUE, -1L)),
                refused("overflow", () -> CustomerEquity.of(Map.of("A", Long.MAX_VALUE, "B", 1L))),
                refused("overflow", () -> EquityBridge.between(Map.of(), Map.of("A", Long.MAX_VALUE, "B", 1L))),
                refused("overflow", () -> EquityBridge.between(Map.of("A", Long.MAX_VALUE, "B", 1L), Map.of())));
    }

    @ParameterizedTest
    @MethodSource("overflows")
    void sums_of_money_never_wrap_around(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ArithmeticException.class).hasMessageContaining(message);
    }
}
