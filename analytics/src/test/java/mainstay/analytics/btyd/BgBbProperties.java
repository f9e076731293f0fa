package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BgBbProperties {

    @Provide
    Arbitrary<BgBb> models() {
        var parameter = Arbitraries.doubles().between(-4, 4).map(Math::exp);
        return Combinators.combine(parameter, parameter, parameter, parameter).as(BgBb::new);
    }

    @Provide
    Arbitrary<DiscreteSummary> customers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1))
                .as((n, part, share) -> {
                    var last = (int) Math.round(part * n);
                    return new DiscreteSummary(last == 0 ? 0 : 1 + (int) (share * (last - 1)), last, n);
                });
    }

    @Property
    void nothing_is_ever_undefined(@ForAll("models") BgBb model, @ForAll("customers") DiscreteSummary customer) {
        assertThat(model.logLikelihood(customer)).isFinite().isLessThanOrEqualTo(1e-9);
        assertThat(model.probabilityAlive(customer)).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(customer, 10)).isBetween(0.0, 10.0);
        assertThat(model.expectedPurchases(customer, 0)).isZero();
    }

    @Property
    void silence_lowers_the_probability_of_being_alive(
            @ForAll("models") BgBb model, @ForAll("customers") DiscreteSummary customer) {
        var later = new DiscreteSummary(customer.purchases(), customer.lastPurchase(), customer.occasions() + 3);

        assertThat(model.probabilityAlive(later)).isLessThanOrEqualTo(model.probabilityAlive(customer) + 1e-9);
    }

    @Property
    void chances_of_all_numbers_of_purchases_add_up(
            @ForAll("models") BgBb model, @ForAll @IntRange(max = 12) int occasions) {
        var all = 0.0;
        var mean = 0.0;
        for (var x = 0; x <= occasions; x++) {
            var chance = model.probability(x, occasions);
            all += chance;
            mean += x * chance;
        }
        assertThat(all).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(model.expectedRepeatPurchases(occasions), within(1e-8));
    }

    /// A customer first seen today is a newcomer.
    @Property
    void without_a_past_everybody_is_expected_to_do_the_same(
            @ForAll("models") BgBb model, @ForAll @IntRange(max = 30) int ahead) {
        assertThat(model.expectedPurchases(new DiscreteSummary(0, 0, 0), ahead))
                .isCloseTo(model.expectedRepeatPurchases(ahead), within(1e-9));
    }
}
