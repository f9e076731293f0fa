package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.ParetoNbd;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LifetimeValueProperties {

    private static final GammaGamma SPENDING = new GammaGamma(6.25, 3.74, 15.44);

    @Provide
    Arbitrary<BuyingModel> models() {
        return Arbitraries.of(
                new BgNbd(0.24, 4.4, 0.79, 2.43, TimeUnit.WEEK),
                new MbgNbd(0.52, 6.2, 0.89, 1.61, TimeUnit.WEEK),
                new ParetoNbd(0.55, 10.6, 0.61, 11.7, TimeUnit.WEEK));
    }

    private static CustomerSummary customer(int x, double part, double age) {
        return new CustomerSummary(
                x,
                x == 0 ? 0 : part * age,
                age,
                x == 0 ? OptionalDouble.empty() : OptionalDouble.of(30),
                TimeUnit.WEEK);
    }

    @Property
    void later_money_is_worth_less(
            @ForAll("models") BuyingModel model,
            @ForAll @IntRange(max = 40) int x,
            @ForAll @DoubleRange(min = 0.5, max = 1) double part,
            @ForAll @DoubleRange(min = 1, max = 150) double age) {
        var value = new LifetimeValue(model, SPENDING, 0.5);
        var customer = customer(x, part, age);
        var month = Horizon.months(1);
        var free = value.of(customer, month, 12, Discount.monthly(0)).getAsDouble();
        var cheap = value.of(customer, month, 12, Discount.monthly(0.01)).getAsDouble();
        var dear = value.of(customer, month, 12, Discount.monthly(0.02)).getAsDouble();

        assertThat(free).isGreaterThanOrEqualTo(cheap);
        assertThat(cheap).isGreaterThanOrEqualTo(dear);
        assertThat(dear).isNotNegative();
        assertThat(free)
                .isCloseTo(
                        0.5
                                * SPENDING.expectedSpend(customer).getAsDouble()
                                * model.expectedPurchases(customer, Horizon.months(12)),
                        within(1e-9 * (1 + free)));
    }

    @Property
    void margins_and_steps_only_add(
            @ForAll("models") BuyingModel model,
            @ForAll @IntRange(max = 40) int x,
            @ForAll @DoubleRange(min = 1, max = 150) double age) {
        var customer = customer(x, 0.9, age);
        var month = Horizon.months(1);
        var discount = Discount.monthly(0.01);
        var half = new LifetimeValue(model, SPENDING, 0.5)
                .of(customer, month, 12, discount)
                .getAsDouble();
        var whole = new LifetimeValue(model, SPENDING, 1)
                .of(customer, month, 12, discount)
                .getAsDouble();
        var longer = new LifetimeValue(model, SPENDING, 0.5)
                .of(customer, month, 24, discount)
                .getAsDouble();

        assertThat(whole).isCloseTo(2 * half, within(1e-9 * (1 + whole)));
        assertThat(longer).isGreaterThanOrEqualTo(half);
    }

    @Property(tries = 100)
    void what_is_left_exceeds_what_a_year_brings(
            @ForAll("models") BuyingModel model,
            @ForAll @IntRange(min = 1, max = 40) int x,
            @ForAll @DoubleRange(min = 1, max = 150) double age) {
        var customer = customer(x, 0.9, age);
        var value = new LifetimeValue(model, SPENDING, 1);
        var discount = Discount.yearly(0.1);

        assertThat(value.residual(customer, discount).getAsDouble())
                .isGreaterThan(
                        value.of(customer, Horizon.months(1), 12, discount).getAsDouble());
        assertThat(value.residualPurchases(customer, Discount.yearly(0.2)))
                .isLessThan(value.residualPurchases(customer, discount));
    }
}
