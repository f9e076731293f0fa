package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import mainstay.analytics.btyd.Boundary.Limit;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// Which parameter runs away, and what is made of it.
class BoundaryTests {

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    private static Boundary boundary(Fit<?> fit) {
        assertThat(fit).isInstanceOf(Fit.AtBoundary.class);
        return ((Fit.AtBoundary<?>) fit).boundary();
    }

    /// Where one parameter has run away and the others have stayed.
    private static double[] ran(int parameter, double to, int size) {
        var at = new double[size];
        at[parameter] = to;
        return at;
    }

    @Test
    void parameters_of_buying_and_of_leaving_mean_different_things() {
        var up = 14.0;
        var down = -14.0;

        assertThat(Families.NBD.boundary(1, ran(1, up, 2)))
                .isEqualTo(new Boundary("alpha", Limit.INFINITY, Meaning.EQUAL_RATES));
        assertThat(Families.BG_NBD.boundary(0, ran(0, up, 4)))
                .isEqualTo(new Boundary("r", Limit.INFINITY, Meaning.EQUAL_RATES));
        assertThat(Families.BG_NBD.boundary(1, ran(1, down, 4)))
                .isEqualTo(new Boundary("alpha", Limit.ZERO, Meaning.EXTREME_RATES));
        assertThat(Families.BG_NBD.boundary(3, ran(3, up, 4)))
                .isEqualTo(new Boundary("b", Limit.INFINITY, Meaning.EQUAL_DROP_OUT));
        assertThat(Families.MBG_NBD.boundary(2, ran(2, down, 4)))
                .isEqualTo(new Boundary("a", Limit.ZERO, Meaning.ALL_OR_NOTHING_DROP_OUT));
        assertThat(Families.PARETO_NBD.boundary(2, ran(2, down, 4)))
                .isEqualTo(new Boundary("s", Limit.ZERO, Meaning.ALL_OR_NOTHING_DROP_OUT));
        assertThat(Families.PARETO_NBD.boundary(3, ran(3, up, 4)))
                .isEqualTo(new Boundary("beta", Limit.INFINITY, Meaning.EQUAL_DROP_OUT));
    }

    @Test
    void parameters_of_fixed_occasions() {
        var family = new DiscreteFamily();

        assertThat(family.boundary(0, ran(0, 14, 4)))
                .isEqualTo(new Boundary("alpha", Limit.INFINITY, Meaning.EQUAL_RATES));
        assertThat(family.boundary(1, ran(1, -14, 4)))
                .isEqualTo(new Boundary("beta", Limit.ZERO, Meaning.EXTREME_RATES));
        assertThat(family.boundary(2, ran(2, -14, 4)))
                .isEqualTo(new Boundary("gamma", Limit.ZERO, Meaning.NO_DROP_OUT));
        assertThat(family.boundary(3, ran(3, 14, 4)))
                .isEqualTo(new Boundary("delta", Limit.INFINITY, Meaning.NO_DROP_OUT));
    }

    /// One in five leaves, all alike or some at once and the others never: the mean chance stays what it is.
    @Test
    void two_parameters_that_run_together_say_nothing_of_how_many_leave() {
        var family = new DiscreteFamily();
        var all = new double[] {0, 0, 14 - Math.log(4), 14};
        var some = new double[] {0, 0, -14, -14 + Math.log(4)};

        assertThat(family.boundary(3, all)).isEqualTo(new Boundary("delta", Limit.INFINITY, Meaning.EQUAL_DROP_OUT));
        assertThat(family.boundary(2, all)).isEqualTo(new Boundary("gamma", Limit.INFINITY, Meaning.EQUAL_DROP_OUT));
        assertThat(family.boundary(3, some))
                .isEqualTo(new Boundary("delta", Limit.ZERO, Meaning.ALL_OR_NOTHING_DROP_OUT));
        assertThat(family.boundary(2, some))
                .isEqualTo(new Boundary("gamma", Limit.ZERO, Meaning.ALL_OR_NOTHING_DROP_OUT));
    }

    @Test
    void parameters_of_spending() {
        var family = new SpendingFamily();

        assertThat(family.boundary(0, ran(0, 14, 3)))
                .isEqualTo(new Boundary("p", Limit.INFINITY, Meaning.SPENDING_SPREAD));
        assertThat(family.boundary(2, ran(2, -14, 3)))
                .isEqualTo(new Boundary("v", Limit.ZERO, Meaning.SPENDING_SPREAD));
    }

    @Test
    void rates_and_times_scale_and_shapes_do_not() {
        assertThat(List.of(Families.NBD.isScaled(0), Families.NBD.isScaled(1))).containsExactly(false, true);
        assertThat(List.of(Families.BG_NBD.isScaled(2), Families.MBG_NBD.isScaled(3)))
                .containsExactly(false, false);
        assertThat(List.of(Families.PARETO_NBD.isScaled(2), Families.PARETO_NBD.isScaled(3)))
                .containsExactly(false, true);
        assertThat(new SpendingFamily().isScaled(2)).isTrue();
        assertThat(new SpendingFamily().isScaled(1)).isFalse();
    }

    /// Every week and to the end: nobody can have left.
    @Test
    void customers_who_bought_today_have_not_left() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var x = 1; x <= 30; x++) {
            weighted.add(customer(x, 30, 30), 1 + x % 4);
        }
        var customers = weighted.grouped();

        assertThat(boundary(BgNbd.fit(customers)).meaning()).isEqualTo(Meaning.NO_DROP_OUT);
        assertThat(boundary(MbgNbd.fit(customers)).meaning()).isEqualTo(Meaning.NO_DROP_OUT);
        assertThat(boundary(ParetoNbd.fit(customers)).meaning()).isEqualTo(Meaning.NO_DROP_OUT);
        assertThat(ModelChoice.of(customers).reason()).isEqualTo(ModelChoice.Reason.ONLY_WITHOUT_DROP_OUT);
        assertThat(ModelChoice.of(customers).chosen()).hasValue(ModelKind.NBD);
    }

    /// One purchase after a week and then never again, for all: everybody leaves at the first chance.
    @Test
    void customers_who_all_leave_at_once_have_no_inner_maximum() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var age = 20; age < 60; age++) {
            weighted.add(customer(1, 0.5 + age % 3, age), 5);
        }

        assertThat(boundary(BgNbd.fit(weighted.grouped())).meaning()).isNotEqualTo(Meaning.NO_DROP_OUT);
    }

    @Test
    void the_estimate_of_a_boundary_is_still_there_to_be_compared() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var x = 1; x <= 30; x++) {
            weighted.add(customer(x, 30, 30), 1);
        }
        var found = BgNbd.fit(weighted.grouped()).estimate().orElseThrow();
        var nbd = Nbd.fit(weighted.grouped()).orElseThrow();

        assertThat(found.bic()).isGreaterThan(nbd.bic());
        assertThat(found.againstNbd().orElseThrow().statistic()).isLessThan(0.01);
        assertThat(found.againstNbd().orElseThrow().pValue()).isGreaterThan(0.99);
    }
}
