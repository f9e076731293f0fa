package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.btyd.ParetoNbd;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.EquityBridge.Heads;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Values, bridges and what-ifs by hand.
class EconomicsExampleTests {

    private static final GammaGamma SPENDING = new GammaGamma(6.25, 3.74, 15.44);
    private static final CustomerSummary CUSTOMER =
            new CustomerSummary(3, 40, 60, OptionalDouble.of(45), TimeUnit.WEEK);

    static List<BuyingModel> models() {
        return List.of(
                new Nbd(0.8, 6, TimeUnit.WEEK),
                new BgNbd(0.6, 6, 0.8, 2.5, TimeUnit.WEEK),
                new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK),
                new ParetoNbd(0.7, 6, 0.7, 20, TimeUnit.WEEK));
    }

    /// MBNA: ten in a hundred leave, then five. The published effect is 125 %; a constant margin of 10 % discount
    /// gives less than half of it.
    @Test
    void halving_defections() {
        var whatIf = RetentionWhatIf.of(new ConstantMargin(1, 0.9, 0.1), 0.05, 1);

        assertThat(whatIf.relativeGain().orElseThrow())
                .isCloseTo(0.95 / 0.15 / 4.5 - 1, within(1e-12))
                .isLessThan(1.25);
        assertThat(whatIf.now().expectedPeriods()).isCloseTo(10, within(1e-9));
        assertThat(whatIf.then().expectedPeriods()).isCloseTo(20, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.5, -0.1, 0.4", "0.95, 0.1, 1", "0.05, -0.1, 0", "0.7, 0, 0.7"})
    void points_stay_between_nothing_and_all(double now, double points, double then) {
        var whatIf = RetentionWhatIf.of(new ConstantMargin(10, now, 0.2), points, 50);

        assertThat(whatIf.then().retention()).isCloseTo(then, within(1e-12));
        assertThat(whatIf.keptPerPeriod()).isCloseTo(50 * (then - now), within(1e-9));
        assertThat(Math.signum(whatIf.gain())).isEqualTo(Math.signum(then - now));
    }

    @Test
    void customers_sold_to_at_a_loss_are_worth_less_the_longer_they_stay() {
        var whatIf = RetentionWhatIf.of(new ConstantMargin(-10, 0.8, 0.1), 0.05, 100);

        assertThat(whatIf.gain()).isNegative();
        assertThat(whatIf.relativeGain().orElseThrow()).isPositive();
    }

    /// m·r/(1 + i − r) is the sum m·r + m·r²/(1 + i) + … of a customer followed for a long time, end by end.
    @Property(tries = 200)
    void a_constant_margin_is_the_sum_of_its_years(
            @ForAll @DoubleRange(max = 0.95) double retention,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double rate) {
        var sum = 0.0;
        var stays = 1.0;
        for (var year = 1; year < 1200; year++) {
            stays *= retention;
            sum += stays / Math.pow(1 + rate, year);
        }
        assertThat(new ConstantMargin(1, retention, rate).multiple()).isCloseTo(sum, within(1e-6));
    }

    @Test
    void a_bridge_of_every_kind_of_change() {
        Map<String, Long> before =
                new LinkedHashMap<>(Map.of("grown", 5L, "shrunk", 9L, "lost", 4L, "same", 7L, "none", 0L));
        Map<String, Long> after =
                new LinkedHashMap<>(Map.of("grown", 8L, "shrunk", 2L, "new", 6L, "same", 7L, "lost", 0L));
        var bridge = EquityBridge.between(before, after);

        assertThat(bridge).isEqualTo(new EquityBridge(25, 6, 14, 3, 7, 4, 23, new Heads(1, 1, 1, 1, 1)));
        assertThat(bridge.change()).isEqualTo(-2);
    }

    @Test
    void a_bridge_back_is_the_same_bridge_turned_round() {
        var before = Map.of("a", 10L, "b", 20L, "c", 30L);
        var after = Map.of("b", 25L, "c", 5L, "d", 40L);
        var there = EquityBridge.between(before, after);
        var back = EquityBridge.between(after, before);

        assertThat(back.opening()).isEqualTo(there.closing());
        assertThat(back.added()).isEqualTo(there.lost());
        assertThat(back.grown()).isEqualTo(there.shrunk());
        assertThat(back.kept()).isEqualTo(there.kept());
        assertThat(back.change()).isEqualTo(-there.change());
    }

    @Test
    void bridges_of_nothing() {
        assertThat(EquityBridge.between(Map.of(), Map.of()))
                .isEqualTo(new EquityBridge(0, 0, 0, 0, 0, 0, 0, new Heads(0, 0, 0, 0, 0)));
        assertThat(EquityBridge.between(Map.of(), Map.of("a", 3L)).added()).isEqualTo(3);
        assertThat(EquityBridge.between(Map.of("a", 3L), Map.of()).lost()).isEqualTo(3);
    }

    @Test
    void segments_of_equity_come_in_the_order_of_their_first_customer() {
        var values = new LinkedHashMap<String, Long>();
        values.put("north 1", 5L);
        values.put("south 1", 0L);
        values.put("north 2", -2L);
        var parts = CustomerEquity.by(values, name -> name.substring(0, 5));

        assertThat(parts.keySet()).containsExactly("north", "south");
        assertThat(parts.get("north")).isEqualTo(new CustomerEquity(3, 1));
        assertThat(parts.get("south")).isEqualTo(new CustomerEquity(0, 0));
    }

    /// At no discount the lifetime value is margin · spend · purchases, step by step or at once.
    @ParameterizedTest
    @MethodSource("models")
    void steps_make_no_difference_without_discount(BuyingModel model) {
        var value = new LifetimeValue(model, SPENDING, 0.3);
        var free = Discount.yearly(0);
        var spend = SPENDING.expectedSpend(CUSTOMER).orElseThrow();
        var purchases = model.expectedPurchases(CUSTOMER, Horizon.weeks(52));

        assertThat(value.of(CUSTOMER, Horizon.weeks(1), 52, free).orElseThrow())
                .isCloseTo(0.3 * spend * purchases, within(1e-9));
        assertThat(value.of(CUSTOMER, Horizon.weeks(52), 1, free).orElseThrow())
                .isCloseTo(0.3 * spend * purchases, within(1e-9));
    }

    /// Purchases of a step count at its end: finer steps lose less, down to the moment of each purchase.
    @ParameterizedTest
    @MethodSource("models")
    void finer_steps_come_near_the_moment_of_purchase(BuyingModel model) {
        var value = new LifetimeValue(model, SPENDING, 1);
        var discount = Discount.yearly(0.15);
        var coarse = value.of(CUSTOMER, Horizon.weeks(26), 2, discount).orElseThrow();
        var fine = value.of(CUSTOMER, Horizon.weeks(1), 52, discount).orElseThrow();
        var finest = value.of(CUSTOMER, Horizon.days(1), 364, discount).orElseThrow();

        assertThat(coarse).isLessThan(fine);
        assertThat(fine).isLessThan(finest);
        assertThat(finest - fine).isLessThan(fine - coarse);
    }

    /// The residual number by brute force: purchases of each day, discounted from its middle.
    @ParameterizedTest
    @MethodSource("models")
    void the_residual_number_by_brute_force(BuyingModel model) {
        var discount = Discount.yearly(0.5);
        var sum = 0.0;
        var before = 0.0;
        for (var day = 1; day <= 20_000; day++) {
            var until = model.expectedPurchases(CUSTOMER, Horizon.days(day));
            sum += (until - before) * discount.factor(Horizon.days(day - 0.5));
            before = until;
        }
        assertThat(LifetimeValue.residualPurchases(model, CUSTOMER, discount)).isCloseTo(sum, within(1e-4 * sum));
    }

    @ParameterizedTest
    @MethodSource("models")
    void dearer_money_lowers_both_values(BuyingModel model) {
        var value = new LifetimeValue(model, SPENDING, 1);
        var before = Double.POSITIVE_INFINITY;
        var residualBefore = Double.POSITIVE_INFINITY;
        for (var rate : new double[] {0.01, 0.05, 0.1, 0.3, 1, 5}) {
            var now = value.of(CUSTOMER, Horizon.months(1), 36, Discount.yearly(rate))
                    .orElseThrow();
            var residual = value.residual(CUSTOMER, Discount.yearly(rate)).orElseThrow();
            assertThat(now).isPositive().isLessThan(before);
            assertThat(residual).isPositive().isLessThan(residualBefore);
            before = now;
            residualBefore = residual;
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void values_do_not_depend_on_the_unit_of_the_model(BuyingModel model) {
        var discount = Discount.yearly(0.1);
        for (var unit : TimeUnit.values()) {
            var moved = new LifetimeValue(model.in(unit), SPENDING, 1);
            var own = new LifetimeValue(model, SPENDING, 1);

            assertThat(moved.of(CUSTOMER, Horizon.months(1), 12, discount).orElseThrow())
                    .isCloseTo(own.of(CUSTOMER, Horizon.months(1), 12, discount).orElseThrow(), within(1e-7));
            assertThat(moved.residual(CUSTOMER, discount).orElseThrow())
                    .isCloseTo(own.residual(CUSTOMER, discount).orElseThrow(), within(1e-6));
        }
    }

    /// A rate of 12.68 % a year is 1 % a month; e^−δt is the same factor.
    @Test
    void rates_of_different_stretches_are_the_same_money() {
        var monthly = Discount.monthly(0.01);
        var yearly = Discount.yearly(Math.pow(1.01, 12) - 1);

        for (var days : new double[] {1, 30.4375, 100, 3652.5}) {
            assertThat(yearly.factor(Horizon.days(days))).isCloseTo(monthly.factor(Horizon.days(days)), within(1e-12));
            assertThat(Math.exp(-monthly.continuous(TimeUnit.DAY) * days))
                    .isCloseTo(monthly.factor(Horizon.days(days)), within(1e-12));
        }
        assertThat(monthly.continuous(TimeUnit.MONTH)).isCloseTo(Math.log(1.01), within(1e-12));
    }

    @Test
    void an_explanation_cannot_be_changed_from_outside() {
        var inputs = new LinkedHashMap<>(Map.of("x", 3.0));
        var answer = new Explanation(
                Explanation.Quantity.EXPECTED_PURCHASES,
                OptionalDouble.of(1234.5678),
                Optional.empty(),
                inputs,
                List.of());
        inputs.put("x", 9.0);

        assertThat(answer.inputs()).containsEntry("x", 3.0);
        assertThat(answer.explain()).isEqualTo("expected purchases 1235 from x 3");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> answer.inputs().put("y", 1.0));
    }
}
