package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BuyingModelProperties {

    private static Arbitrary<Double> parameter() {
        return Arbitraries.doubles().between(-5, 5).map(Math::exp);
    }

    @Provide
    Arbitrary<BuyingModel> models() {
        return Combinators.combine(
                        Arbitraries.of(ModelKind.values()), parameter(), parameter(), parameter(), parameter())
                .as(BuyingModelProperties::model);
    }

    private static BuyingModel model(ModelKind kind, double one, double two, double three, double four) {
        return switch (kind) {
            case NBD -> new Nbd(one, two, TimeUnit.WEEK);
            case BG_NBD -> new BgNbd(one, two, three, four, TimeUnit.WEEK);
            case MBG_NBD -> new MbgNbd(one, two, three, four, TimeUnit.WEEK);
            case PARETO_NBD -> new ParetoNbd(one, two, three, four, TimeUnit.WEEK);
        };
    }

    @Provide
    Arbitrary<CustomerSummary> customers() {
        var counts = Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.integers().between(1, 20),
                Arbitraries.integers().between(21, 50_000));
        var ages = Arbitraries.oneOf(
                Arbitraries.just(0.0),
                Arbitraries.doubles().between(0, 300),
                Arbitraries.doubles().between(0, 1e7));
        return Combinators.combine(counts, ages, Arbitraries.doubles().between(0, 1))
                .as((x, age, part) ->
                        new CustomerSummary(x, x == 0 ? 0 : part * age, age, OptionalDouble.empty(), TimeUnit.WEEK));
    }

    @Property
    void nothing_is_ever_undefined(@ForAll("models") BuyingModel model, @ForAll("customers") CustomerSummary customer) {
        assertThat(model.logLikelihood(customer)).isNotNaN().isLessThan(Double.POSITIVE_INFINITY);
        assertThat(model.probabilityAlive(customer)).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(customer, Horizon.weeks(52)))
                .isFinite()
                .isNotNegative();
        assertThat(model.expectedRepeatPurchases(Horizon.weeks(52))).isFinite().isNotNegative();
    }

    @Property
    void silence_lowers_the_probability_of_being_alive(
            @ForAll("models") BuyingModel model, @ForAll("customers") CustomerSummary customer) {
        var later = new CustomerSummary(
                customer.repeatPurchases(),
                customer.ageAtLastPurchase(),
                customer.age() * 1.5 + 1,
                OptionalDouble.empty(),
                TimeUnit.WEEK);

        assertThat(model.probabilityAlive(later)).isLessThanOrEqualTo(model.probabilityAlive(customer) + 1e-12);
    }

    @Property
    void a_longer_horizon_brings_more_purchases(
            @ForAll("models") BuyingModel model, @ForAll("customers") CustomerSummary customer) {
        var year = model.expectedPurchases(customer, Horizon.weeks(52));
        var two = model.expectedPurchases(customer, Horizon.weeks(104));

        assertThat(model.expectedPurchases(customer, Horizon.weeks(0))).isZero();
        assertThat(two).isGreaterThanOrEqualTo(year * (1 - 1e-6));
        assertThat(two).isLessThanOrEqualTo(2 * year * (1 + 1e-6) + 1e-9);
    }

    @Property
    void the_unit_of_time_makes_no_difference(
            @ForAll("models") BuyingModel model, @ForAll("customers") CustomerSummary customer) {
        var days = model.in(TimeUnit.DAY);

        assertThat(days.probabilityAlive(customer)).isCloseTo(model.probabilityAlive(customer), within(1e-6));
        assertThat(days.expectedPurchases(customer, Horizon.months(6)))
                .isCloseTo(
                        model.expectedPurchases(customer, Horizon.months(6)),
                        within(1e-6 * (1 + customer.repeatPurchases())));
        assertThat(days.unit()).isEqualTo(TimeUnit.DAY);
        assertThat(days.parameters().get("r")).isEqualTo(model.parameters().get("r"));
    }

    @Property
    void without_drop_out_all_models_are_the_nbd(@ForAll("customers") CustomerSummary customer) {
        var nbd = new Nbd(0.7, 5, TimeUnit.WEEK);
        var none = 1e-9;
        var ahead = Horizon.weeks(20);
        if (customer.repeatPurchases() > 60 || customer.age() > 300) {
            return;
        }
        for (var model : new BuyingModel[] {
            new BgNbd(0.7, 5, none, 1e5, TimeUnit.WEEK),
            new MbgNbd(0.7, 5, none, 1e5, TimeUnit.WEEK),
            new ParetoNbd(0.7, 5, none, 1e5, TimeUnit.WEEK)
        }) {
            var silent = customer.age() - customer.ageAtLastPurchase();
            if (silent * (customer.repeatPurchases() + 0.7) < 20) {
                assertThat(model.logLikelihood(customer)).isCloseTo(nbd.logLikelihood(customer), within(1e-3));
                assertThat(model.expectedPurchases(customer, ahead))
                        .isCloseTo(
                                nbd.expectedPurchases(customer, ahead),
                                within(1e-3 * (1 + customer.repeatPurchases())));
            }
        }
    }

    @Property
    void the_first_purchase_is_what_the_modified_model_adds(@ForAll("customers") CustomerSummary customer) {
        var bg = new BgNbd(0.7, 5, 0.8, 2.5, TimeUnit.WEEK);
        var mbg = new MbgNbd(0.7, 5, 0.8, 2.5, TimeUnit.WEEK);

        if (!customer.isRepeatCustomer()) {
            assertThat(bg.probabilityAlive(customer)).isEqualTo(1);
            assertThat(mbg.probabilityAlive(customer)).isLessThan(1);
        } else {
            assertThat(mbg.probabilityAlive(customer)).isGreaterThanOrEqualTo(bg.probabilityAlive(customer) - 1e-12);
        }
    }
}
