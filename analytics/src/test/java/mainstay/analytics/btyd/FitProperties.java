package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FitProperties {

    /// Anything a file may hold, however unlikely.
    @Provide
    Arbitrary<List<CustomerSummary>> bases() {
        var counts = Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.integers().between(1, 5),
                Arbitraries.integers().between(1, 3000));
        var ages =
                Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(0, 1000));
        return Combinators.combine(counts, ages, Arbitraries.doubles().between(0, 1))
                .as((x, age, part) ->
                        new CustomerSummary(x, x == 0 ? 0 : part * age, age, OptionalDouble.empty(), TimeUnit.WEEK))
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 60)
    void every_base_gets_an_answer(@ForAll("bases") List<CustomerSummary> customers) {
        var choice = ModelChoice.of(GroupedSummaries.of(TimeUnit.WEEK, customers));

        assertThat(choice.explain()).isNotEmpty();
        for (var fit : choice.fits().values()) {
            fit.estimate().ifPresent(found -> {
                assertThat(found.logLikelihood()).isFinite();
                assertThat(found.parameters().values()).allMatch(value -> value > 0 && value < 1e12);
                assertThat(found.standardErrors().values()).allMatch(error -> error >= 0 && error < 1e15);
            });
        }
    }

    @Property(tries = 40)
    void models_with_drop_out_fit_no_worse_than_the_nbd(@ForAll @IntRange(max = 1000) int seed) {
        var customers = GroupedSummaries.of(
                TimeUnit.WEEK, new Simulation(seed).of(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 150, 60));
        var nbd = Nbd.fit(customers).estimate().orElseThrow().logLikelihood();

        for (var kind : List.of(ModelKind.BG_NBD, ModelKind.MBG_NBD, ModelKind.PARETO_NBD)) {
            var found = kind.fit(customers).estimate().orElseThrow();
            assertThat(found.logLikelihood()).isGreaterThan(nbd - 0.01);
            assertThat(found.againstNbd().orElseThrow().statistic()).isNotNegative();
            assertThat(found.againstNbd().orElseThrow().pValue()).isBetween(0.0, 1.0);
        }
    }

    @Property(tries = 30)
    void the_unit_scales_the_rates_and_nothing_else(@ForAll @IntRange(max = 1000) int seed) {
        var customers = new Simulation(seed).of(new BgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 300, 60);
        var weeks = BgNbd.fit(GroupedSummaries.of(TimeUnit.WEEK, customers))
                .estimate()
                .orElseThrow();
        var months = BgNbd.fit(GroupedSummaries.of(TimeUnit.MONTH, customers))
                .estimate()
                .orElseThrow();

        assertThat(months.model().r()).isCloseTo(weeks.model().r(), within(1e-5));
        assertThat(months.model().alpha() * TimeUnit.MONTH.days() / 7)
                .isCloseTo(weeks.model().alpha(), within(1e-4));
        assertThat(months.bic() - weeks.bic())
                .isCloseTo(-2 * totalPurchases(customers) * Math.log(TimeUnit.MONTH.days() / 7), within(1e-5));
    }

    private static double totalPurchases(List<CustomerSummary> customers) {
        return customers.stream().mapToInt(CustomerSummary::repeatPurchases).sum();
    }

    @Property
    void chances_of_all_numbers_of_purchases_add_up(@ForAll @IntRange(min = 1, max = 60) int weeks) {
        var model = new BgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK);
        var all = 0.0;
        var mean = 0.0;
        for (var x = 0; x < 600; x++) {
            var chance = model.probability(x, Horizon.weeks(weeks));
            assertThat(chance).isNotNegative();
            all += chance;
            mean += x * chance;
        }
        assertThat(all).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(model.expectedRepeatPurchases(Horizon.weeks(weeks)), within(1e-6));
    }
}
