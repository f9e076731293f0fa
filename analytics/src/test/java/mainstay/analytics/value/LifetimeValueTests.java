package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import mainstay.analytics.Cdnow;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.btyd.ParetoNbd;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

class LifetimeValueTests {

    private static final GammaGamma SPENDING = new GammaGamma(6.249572, 3.744225, 15.443524);
    private static final BgNbd BUYING = new BgNbd(0.242595, 4.413602, 0.792922, 2.425907, TimeUnit.WEEK);

    /// Parameters from BTYD 2.4, R/pnbd.R.
    private static final ParetoNbd DERT = new ParetoNbd(.5629966, 12.5590370, .4081095, 10.5148048, TimeUnit.WEEK);

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    /// By oracle of lifetimes 0.11.3: months of 4.345 weeks at 1 %, repeat customers only.
    @Test
    void the_equity_of_cdnow() {
        var step = Horizon.weeks(4.345);
        var value = new LifetimeValue(BUYING, SPENDING, 1);
        List<Double> values = Cdnow.sample().histories().values().stream()
                .flatMap(history -> history.summary(LocalDate.of(1997, 9, 30), TimeUnit.WEEK).stream())
                .filter(CustomerSummary::isRepeatCustomer)
                .map(customer ->
                        value.of(customer, step, 12, new Discount(0.01, step)).getAsDouble())
                .sorted(Comparator.reverseOrder())
                .toList();

        assertThat(values.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(57950.64, within(0.1));
        assertThat(values.subList(0, 5).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .containsExactly(new double[] {1175.05, 1002.61, 972.05, 812.36, 793.52}, within(0.01));
    }

    /// The much-copied 140.10 of the first customer comes from months of thirty weeks.
    @Test
    void a_month_is_not_thirty_weeks() {
        var first = new CustomerSummary(2, 30.43, 38.86, OptionalDouble.of(22.35), TimeUnit.WEEK);
        var value = new LifetimeValue(BUYING, SPENDING, 1);
        var month = Horizon.weeks(4.345);
        var wrong = Horizon.weeks(30);

        assertThat(value.of(first, month, 12, new Discount(0.01, month)).getAsDouble())
                .isCloseTo(36.29, within(0.02));
        assertThat(value.of(first, wrong, 12, new Discount(0.01, wrong)).getAsDouble())
                .isCloseTo(140.1, within(0.1));
    }

    /// DERT by BTYD 2.4 in R 4.2.2 at a continuous rate of 0.0027 a week.
    @Test
    void discounted_expected_residual_transactions() {
        var value = new LifetimeValue(DERT, SPENDING, 1);
        var discount = new Discount(Math.expm1(0.0027), Horizon.weeks(1));
        var expected = new double[] {
            2.19915545,
            2.843534406,
            2.867128391,
            2.445410079,
            1.840501924,
            1.262416472,
            .8096181195,
            .4948036194,
            .2920247016,
            .1679275086
        };

        assertThat(value.residualPurchases(customer(7, 35, 77.86), discount)).isCloseTo(1.864183328, within(1e-9));
        for (var x = 1; x <= 10; x++) {
            assertThat(value.residualPurchases(customer(x, 30, 77.86), discount))
                    .isCloseTo(expected[x - 1], within(1e-9));
        }
    }

    @Test
    void residual_value_is_what_a_long_horizon_tends_to() {
        var value = new LifetimeValue(BUYING, SPENDING, 0.4);
        var customer = customer(4, 30, 38);
        var week = Horizon.weeks(1);
        var discount = new Discount(0.01, week);
        var residual = value.residual(customer, discount).getAsDouble();

        assertThat(value.of(customer, week, 1500, discount).getAsDouble()).isCloseTo(residual, within(0.01 * residual));
        assertThat(value.of(customer, week, 0, discount)).hasValue(0);
    }

    /// Without drop-out purchases come at a constant rate: the residual number is rate/δ.
    @Test
    void a_customer_who_never_leaves_is_worth_a_perpetuity() {
        var value = new LifetimeValue(new Nbd(2, 3, TimeUnit.WEEK), SPENDING, 1);
        var discount = new Discount(Math.expm1(0.05), Horizon.weeks(1));

        assertThat(value.residualPurchases(customer(8, 5, 7), discount)).isCloseTo(1 / 0.05, within(1e-9));
    }

    @Test
    void spending_without_a_mean_has_no_value() {
        var value = new LifetimeValue(BUYING, new GammaGamma(1, 0.5, 1), 1);

        assertThat(value.of(customer(0, 0, 9), Horizon.weeks(1), 5, Discount.monthly(0.01)))
                .isEmpty();
        assertThat(value.residual(customer(0, 0, 9), Discount.monthly(0.01))).isEmpty();
    }

    @Test
    void discounts() {
        assertThat(Discount.yearly(0.1).factor(Horizon.days(365.25))).isCloseTo(1 / 1.1, within(1e-12));
        assertThat(Discount.monthly(0.01).factor(Horizon.months(12))).isCloseTo(Math.pow(1.01, -12), within(1e-12));
        assertThat(Discount.yearly(0).factor(Horizon.weeks(9))).isEqualTo(1);
        assertThat(Discount.monthly(0.01).continuous(TimeUnit.DAY)).isCloseTo(Math.log(1.01) / 30.4375, within(1e-15));
    }

    @Test
    void wrong_margins_and_rates() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LifetimeValue(BUYING, SPENDING, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LifetimeValue(BUYING, SPENDING, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Discount.yearly(-0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Discount.yearly(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount(0.1, Horizon.days(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeValue(BUYING, SPENDING, 1)
                        .residualPurchases(customer(1, 1, 2), Discount.yearly(0)));
    }
}
