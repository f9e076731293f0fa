package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mainstay.analytics.btyd.Boundary.Limit;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

class FitTests {

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    private static GroupedSummaries of(CustomerSummary... customers) {
        return GroupedSummaries.of(TimeUnit.WEEK, List.of(customers));
    }

    private static GroupedSummaries many() {
        return GroupedSummaries.of(
                TimeUnit.WEEK, new Simulation(11).of(new BgNbd(0.6, 6, 0.8, 2.5, TimeUnit.WEEK), 800, 80));
    }

    @Test
    void nobody_and_few_are_not_enough() {
        assertThat(BgNbd.fit(of())).isEqualTo(new Fit.NotEnoughData<BgNbd>(Shortage.TOO_FEW_CUSTOMERS, 0, 0));
        assertThat(BgNbd.fit(of(customer(1, 2, 3), customer(1, 2, 3), customer(1, 2, 3), customer(1, 2, 3))))
                .isEqualTo(new Fit.NotEnoughData<BgNbd>(Shortage.TOO_FEW_CUSTOMERS, 4, 4));
    }

    @Test
    void somebody_has_to_come_back() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK)
                .add(customer(0, 0, 9), 50)
                .add(customer(1, 3, 9), 1)
                .grouped();
        assertThat(MbgNbd.fit(weighted))
                .isEqualTo(new Fit.NotEnoughData<MbgNbd>(Shortage.TOO_FEW_REPEAT_CUSTOMERS, 51, 1));
    }

    @Test
    void some_time_has_to_pass() {
        var instant = new GroupedSummaries.Weighted(TimeUnit.WEEK)
                .add(customer(1, 0, 0), 9)
                .grouped();
        assertThat(ParetoNbd.fit(instant)).isEqualTo(new Fit.NotEnoughData<ParetoNbd>(Shortage.NO_TIME, 9, 9));
    }

    @Test
    void a_choice_without_data_says_so() {
        var choice = ModelChoice.of(of());

        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.reason()).isEqualTo(ModelChoice.Reason.NOT_ENOUGH_DATA);
        assertThat(choice.fit().estimate()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> choice.fit().orElseThrow())
                .withMessageContaining("TOO_FEW");
    }

    @Test
    void every_reason_has_a_sentence() {
        var fits = ModelChoice.of(of()).fits();
        assertThat(Arrays.stream(ModelChoice.Reason.values())
                        .map(reason -> new ModelChoice(Optional.empty(), reason, fits).explain()))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void every_meaning_of_a_boundary_has_a_sentence() {
        assertThat(Arrays.stream(Meaning.values()).map(meaning -> new Boundary("a", Limit.ZERO, meaning).explain()))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.startsWith("Parameter a runs towards 0: "));
        assertThat(new Boundary("r", Limit.INFINITY, Meaning.EQUAL_RATES).explain())
                .contains("infinity");
    }

    /// Purchases like clockwork: rates do not differ at all.
    @Test
    void equal_customers_run_the_rates_to_infinity() {
        var equal = new GroupedSummaries.Weighted(TimeUnit.WEEK)
                .add(customer(10, 50, 52), 300)
                .grouped();
        var fit = Nbd.fit(equal);

        assertThat(fit).isInstanceOfSatisfying(Fit.AtBoundary.class, edge -> {
            assertThat(edge.boundary().meaning()).isEqualTo(Meaning.EQUAL_RATES);
            assertThat(edge.boundary().limit()).isEqualTo(Limit.INFINITY);
        });
        var choice = ModelChoice.of(equal);
        assertThat(choice.reason()).isEqualTo(ModelChoice.Reason.NONE_USABLE);
        assertThat(choice.chosen()).hasValue(ModelKind.NBD);
        assertThatIllegalStateException()
                .isThrownBy(() -> choice.fit().orElseThrow())
                .withMessageContaining("runs towards");
        assertThat(fit.estimate().orElseThrow().interval(Nbd::r, Scale.LOG, 0.95))
                .isEmpty();
        assertThat(fit.estimate().orElseThrow().standardError(Nbd::r, Scale.LOG))
                .isEmpty();
    }

    @Test
    void the_parameters_are_where_the_likelihood_is_highest() {
        var data = many();
        var found = ParetoNbd.fit(data).orElseThrow();
        var model = found.model();

        assertThat(total(model, data)).isCloseTo(found.logLikelihood(), within(1e-6));
        for (var factor : new double[] {0.97, 1.03}) {
            assertThat(total(
                            new ParetoNbd(model.r() * factor, model.alpha(), model.s(), model.beta(), model.unit()),
                            data))
                    .isLessThan(found.logLikelihood());
            assertThat(total(
                            new ParetoNbd(model.r(), model.alpha(), model.s() * factor, model.beta(), model.unit()),
                            data))
                    .isLessThan(found.logLikelihood());
        }
    }

    private static double total(BuyingModel model, GroupedSummaries data) {
        var sum = 0.0;
        for (var i = 0; i < data.groups(); i++) {
            sum += data.weight(i) * model.logLikelihood(data.customer(i));
        }
        return sum;
    }

    @Test
    void weights_are_repeated_rows() {
        var customers = new Simulation(12).of(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 500, 80);
        var repeated = new ArrayList<>(customers);
        repeated.addAll(customers);
        repeated.addAll(customers);
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        customers.forEach(customer -> weighted.add(customer, 3));

        var one = MbgNbd.fit(weighted.grouped()).orElseThrow();
        var other = MbgNbd.fit(GroupedSummaries.of(TimeUnit.WEEK, repeated)).orElseThrow();
        assertThat(one.parameters()).isEqualTo(other.parameters());
        assertThat(one.logLikelihood()).isEqualTo(other.logLikelihood());
    }

    @Test
    void the_order_of_customers_changes_no_bit() {
        var customers = new ArrayList<>(new Simulation(13).of(new Nbd(0.8, 6, TimeUnit.WEEK), 500, 80));
        var one = BgNbd.fit(GroupedSummaries.of(TimeUnit.WEEK, customers))
                .estimate()
                .orElseThrow();
        Collections.reverse(customers);
        var other = BgNbd.fit(GroupedSummaries.of(TimeUnit.WEEK, customers))
                .estimate()
                .orElseThrow();

        assertThat(one.parameters()).isEqualTo(other.parameters());
    }

    @Test
    void criteria_count_parameters() {
        var found = BgNbd.fit(many()).orElseThrow();

        assertThat(found.aic()).isEqualTo(8 - 2 * found.logLikelihood());
        assertThat(found.bic()).isCloseTo(4 * Math.log(800) - 2 * found.logLikelihood(), within(1e-9));
        assertThat(found.evaluations()).isPositive();
        assertThat(found).hasToString(found.parameters() + ", log-likelihood " + found.logLikelihood());
    }

    @Test
    void the_interval_of_a_parameter_is_its_standard_error() {
        var found = BgNbd.fit(many()).orElseThrow();
        var error = found.standardErrors().firstEntry().getValue();

        var plain = found.interval(BgNbd::r, Scale.PLAIN, 0.95).orElseThrow();
        assertThat(plain.high() - plain.low()).isCloseTo(2 * 1.959963984540054 * error, within(1e-6));
        var log = found.interval(BgNbd::r, Scale.LOG, 0.95).orElseThrow();
        assertThat(Math.log(log.high() / log.low()))
                .isCloseTo(2 * 1.959963984540054 * error / found.model().r(), within(1e-6));
        assertThat(log.contains(found.model().r())).isTrue();
        assertThat(log.contains(log.high() * 2)).isFalse();
        assertThat(log.contains(log.low() / 2)).isFalse();
    }

    @Test
    void certainties_have_no_width() {
        var found = BgNbd.fit(many()).orElseThrow();
        var alive = found.interval(model -> model.probabilityAlive(customer(0, 0, 30)), Scale.LOGIT, 0.9);

        assertThat(alive).hasValue(new Interval(1, 1, 0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> found.interval(BgNbd::r, Scale.LOG, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> found.interval(BgNbd::r, Scale.LOG, 0));
    }

    @Test
    void bulk_scores_are_those_of_single_customers() {
        var customers = new Simulation(14).of(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 300, 80);
        var model = new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK);
        var scores = Scores.of(model, customers, Horizon.weeks(30));
        var sum = 0.0;
        for (var i = 0; i < customers.size(); i++) {
            assertThat(scores.probabilityAlive(i)).isEqualTo(model.probabilityAlive(customers.get(i)));
            assertThat(scores.expectedPurchases(i))
                    .isEqualTo(model.expectedPurchases(customers.get(i), Horizon.weeks(30)));
            sum += scores.expectedPurchases(i);
        }
        assertThat(scores.totalExpectedPurchases()).isCloseTo(sum, within(1e-9));
        assertThat(scores.customers()).isEqualTo(300);
    }

    @Test
    void columns_of_days_score_alike() {
        var model = new ParetoNbd(0.7, 6, 0.7, 20, TimeUnit.WEEK);
        var scores = Scores.ofDays(model, new int[] {2, 0}, new int[] {70, 0}, new int[] {140, 7}, Horizon.weeks(30));

        assertThat(scores.probabilityAlive(0)).isCloseTo(model.probabilityAlive(customer(2, 10, 20)), within(1e-12));
        assertThat(scores.expectedPurchases(1))
                .isCloseTo(model.expectedPurchases(customer(0, 0, 1), Horizon.weeks(30)), within(1e-12));
    }

    @Test
    void parameters_are_positive_and_horizons_not_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(1, 1, 0, 1, TimeUnit.DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nbd(-1, 1, TimeUnit.DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> Horizon.days(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Horizon.days(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Horizon.months(Double.POSITIVE_INFINITY));
        assertThat(Horizon.weeks(2).in(TimeUnit.DAY)).isEqualTo(14);
        assertThat(Horizon.days(60.875).in(TimeUnit.MONTH)).isEqualTo(2);
    }
}
