package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import mainstay.analytics.btyd.Boundary.Limit;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.btyd.ModelChoice.Reason;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each reason for a choice, from fits made up and from customers made for it.
class ModelChoiceTests {

    private static final Boundary EQUAL = new Boundary("b", Limit.INFINITY, Meaning.EQUAL_DROP_OUT);
    private static final Boundary NOBODY = new Boundary("a", Limit.ZERO, Meaning.NO_DROP_OUT);

    private static Estimate<BuyingModel> estimate(int parameters, double logLikelihood) {
        var values = new double[parameters];
        Arrays.fill(values, 1);
        return new Estimate<>(
                at -> new Nbd(1, 1, TimeUnit.WEEK),
                new String[] {"r", "alpha", "a", "b"},
                values,
                Optional.empty(),
                logLikelihood,
                OptionalDouble.empty(),
                1000,
                1);
    }

    private static Fit<BuyingModel> good(int parameters, double logLikelihood) {
        return new Fit.Converged<>(estimate(parameters, logLikelihood));
    }

    private static Fit<BuyingModel> edge(double logLikelihood, Boundary boundary) {
        return new Fit.AtBoundary<>(estimate(4, logLikelihood), boundary);
    }

    private static ModelChoice choice(
            Fit<BuyingModel> nbd, Fit<BuyingModel> bg, Fit<BuyingModel> mbg, Fit<BuyingModel> pareto) {
        SequencedMap<ModelKind, Fit<? extends BuyingModel>> fits = new LinkedHashMap<>();
        fits.put(ModelKind.NBD, nbd);
        fits.put(ModelKind.BG_NBD, bg);
        fits.put(ModelKind.MBG_NBD, mbg);
        fits.put(ModelKind.PARETO_NBD, pareto);
        return ModelChoice.of(fits);
    }

    private static void assertChosen(ModelChoice choice, ModelKind kind, Reason reason) {
        assertThat(choice.chosen()).hasValue(kind);
        assertThat(choice.reason()).isEqualTo(reason);
        assertThat(choice.fit()).isSameAs(choice.fits().get(kind));
    }

    @Test
    void the_lowest_criterion_of_all() {
        assertChosen(
                choice(good(2, -100), good(4, -50), good(4, -49), good(4, -51)), ModelKind.MBG_NBD, Reason.LOWEST_BIC);
    }

    /// Two parameters cost ln 1000 = 6.9 of log-likelihood.
    @Test
    void drop_out_pays_for_its_parameters_or_is_left_out() {
        assertChosen(choice(good(2, -100), good(4, -94), good(4, -95), good(4, -96)), ModelKind.NBD, Reason.LOWEST_BIC);
        assertChosen(
                choice(good(2, -100), good(4, -93), good(4, -95), good(4, -96)), ModelKind.BG_NBD, Reason.LOWEST_BIC);
    }

    /// The worked example of the definition page.
    @Test
    void criteria_and_ratios_by_hand() {
        assertThat(estimate(2, -100).bic()).isCloseTo(213.8, within(0.05));
        assertThat(estimate(4, -94).bic()).isCloseTo(215.6, within(0.05));
        assertThat(estimate(4, -94).aic()).isEqualTo(196);
        var ratio = LikelihoodRatio.of(-100, -93, 2);
        assertThat(ratio.statistic()).isEqualTo(14);
        assertThat(ratio.pValue()).isCloseTo(Math.exp(-7), within(1e-12)).isCloseTo(0.0009, within(5e-5));
        assertThat(LikelihoodRatio.of(-93, -100, 2)).isEqualTo(new LikelihoodRatio(0, 2, 1));
    }

    @Test
    void of_equal_criteria_the_first_in_order_wins() {
        assertChosen(
                choice(good(2, -100), good(4, -50), good(4, -50), good(4, -50)), ModelKind.BG_NBD, Reason.LOWEST_BIC);
    }

    @Test
    void a_boundary_is_never_chosen_however_well_it_fits() {
        assertChosen(
                choice(good(2, -100), edge(-10, EQUAL), good(4, -50), good(4, -51)),
                ModelKind.MBG_NBD,
                Reason.LOWEST_BIC_OF_USABLE);
        assertChosen(
                choice(good(2, -100), edge(-10, EQUAL), good(4, -99), good(4, -98)),
                ModelKind.NBD,
                Reason.LOWEST_BIC_OF_USABLE);
    }

    @Test
    void nothing_shows_that_anybody_leaves() {
        var choice = choice(good(2, -100), edge(-100, NOBODY), edge(-100, NOBODY), edge(-100, NOBODY));

        assertChosen(choice, ModelKind.NBD, Reason.ONLY_WITHOUT_DROP_OUT);
        assertThat(choice.explain()).contains("nothing shows that anybody leaves");
    }

    /// A little better is not better enough for two more parameters.
    @Test
    void equal_drop_out_that_hardly_fits_better_shows_nothing_either() {
        assertChosen(
                choice(good(2, -100), edge(-97, EQUAL), edge(-98, EQUAL), edge(-100, NOBODY)),
                ModelKind.NBD,
                Reason.ONLY_WITHOUT_DROP_OUT);
    }

    @Test
    void customers_who_leave_all_alike_are_not_called_faithful() {
        var choice = choice(good(2, -100), edge(-50, EQUAL), edge(-51, EQUAL), edge(-100, NOBODY));

        assertChosen(choice, ModelKind.NBD, Reason.DROP_OUT_WITHOUT_MAXIMUM);
        assertThat(choice.explain()).startsWith("Customers leave").contains("takes everybody as staying");
    }

    @Test
    void without_any_maximum_the_simplest_stands() {
        assertChosen(
                choice(edge(-100, EQUAL), edge(-50, EQUAL), edge(-51, EQUAL), edge(-52, EQUAL)),
                ModelKind.NBD,
                Reason.NONE_USABLE);
    }

    @Test
    void a_model_with_drop_out_alone_may_be_usable() {
        assertChosen(
                choice(edge(-100, EQUAL), good(4, -50), edge(-51, EQUAL), edge(-52, EQUAL)),
                ModelKind.BG_NBD,
                Reason.LOWEST_BIC_OF_USABLE);
    }

    @Test
    void too_few_for_drop_out_is_not_the_same_as_no_drop_out() {
        Fit<BuyingModel> missing = new Fit.NotEnoughData<>(Shortage.TOO_FEW_CUSTOMERS, 3, 2);
        var choice = choice(good(2, -100), missing, missing, missing);

        assertChosen(choice, ModelKind.NBD, Reason.TOO_FEW_FOR_DROP_OUT);
        assertThat(choice.explain()).isEqualTo("Too few customers for a model with drop-out.");
    }

    @Test
    void nobody_and_nothing() {
        Fit<BuyingModel> missing = new Fit.NotEnoughData<>(Shortage.NO_TIME, 9, 9);
        var choice = choice(missing, missing, missing, missing);

        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.reason()).isEqualTo(Reason.NOT_ENOUGH_DATA);
        assertThat(choice.fit()).isSameAs(missing);
    }

    @Test
    void a_choice_without_fits_has_none_to_show() {
        var empty = new ModelChoice(Optional.of(ModelKind.BG_NBD), Reason.LOWEST_BIC, new LinkedHashMap<>());

        assertThatIllegalStateException().isThrownBy(empty::fit).withMessageContaining("BG_NBD");
    }

    @Test
    void three_customers_are_enough_for_the_simplest_model_only() {
        var three = new GroupedSummaries.Weighted(TimeUnit.WEEK)
                .add(new CustomerSummary(1, 3, 30, OptionalDouble.empty(), TimeUnit.WEEK), 1)
                .add(new CustomerSummary(9, 28, 30, OptionalDouble.empty(), TimeUnit.WEEK), 1)
                .add(new CustomerSummary(0, 0, 30, OptionalDouble.empty(), TimeUnit.WEEK), 1)
                .grouped();

        assertChosen(ModelChoice.of(three), ModelKind.NBD, Reason.TOO_FEW_FOR_DROP_OUT);
    }

    /// The NBD beside the others is the one that was passed: it is not fitted again for each.
    @ParameterizedTest
    @EnumSource(value = ModelKind.class, names = "NBD", mode = EnumSource.Mode.EXCLUDE)
    void a_fit_is_compared_with_the_baseline_it_is_given(ModelKind kind) {
        var customers = GroupedSummaries.of(
                TimeUnit.WEEK, new Simulation(31).of(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 700, 80));
        var beside = new Fit.Converged<>(new Estimate<>(
                at -> new Nbd(at[0], at[1], TimeUnit.WEEK),
                Nbd.NAMES,
                new double[] {1, 1},
                Optional.empty(),
                -1e6,
                OptionalDouble.empty(),
                700,
                1));
        var own = kind.fit(customers).orElseThrow();
        var given = kind.fit(customers, beside).orElseThrow();

        assertThat(given.againstNbd().orElseThrow().statistic())
                .isCloseTo(2 * (own.logLikelihood() + 1e6), within(1e-6));
        assertThat(given.parameters()).isEqualTo(own.parameters());
        assertThat(ModelKind.NBD.fit(customers, beside)).isSameAs(beside);
    }

    @Test
    void names_in_programs() {
        assertThat(ModelKind.values())
                .extracting(ModelKind::code)
                .containsExactly("nbd", "bg-nbd", "mbg-nbd", "pareto-nbd");
        assertThat(ModelKind.values()).extracting(ModelKind::hasDropOut).containsExactly(false, true, true, true);
    }

    /// Everybody leaves with a chance of one in ten after each purchase, at rates that differ: no model can tell how
    /// customers differ in leaving, all can tell that they leave.
    @Test
    void customers_with_one_common_chance_of_leaving() {
        var simulation = new Simulation(2);
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var i = 0; i < 4000; i++) {
            weighted.add(
                    simulation
                            .life(simulation.rate(2, 4), 100, 0, Double.MAX_VALUE, 0.1, false)
                            .known(),
                    1);
        }
        var fit = BgNbd.fit(weighted.grouped());

        assertThat(fit).isInstanceOf(Fit.AtBoundary.class);
        assertThat(((Fit.AtBoundary<BgNbd>) fit).boundary().meaning()).isEqualTo(Meaning.EQUAL_DROP_OUT);
        var found = fit.estimate().orElseThrow();
        assertThat(found.model().a() / (found.model().a() + found.model().b())).isCloseTo(0.1, within(0.01));
        assertThat(found.againstNbd().orElseThrow().statistic()).isGreaterThan(1000);
        assertThat(ModelChoice.of(weighted.grouped()).reason()).isNotEqualTo(Reason.ONLY_WITHOUT_DROP_OUT);
    }
}
