package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.OptionalDouble;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each model asks of data before it looks for parameters.
class ShortageTests {

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    private static GroupedSummaries.Weighted base() {
        return new GroupedSummaries.Weighted(TimeUnit.WEEK);
    }

    private static Fit<?> missing(Shortage shortage, double customers, double repeat) {
        return new Fit.NotEnoughData<>(shortage, customers, repeat);
    }

    private static int parameters(ModelKind kind) {
        return kind.hasDropOut() ? 4 : 2;
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void more_customers_than_parameters(ModelKind kind) {
        var few = parameters(kind);
        var exactly = base().add(customer(3, 8, 10), few).grouped();
        var oneMore =
                base().add(customer(3, 8, 10), few).add(customer(1, 2, 10), 1).grouped();

        assertThat(kind.fit(exactly)).isEqualTo(missing(Shortage.TOO_FEW_CUSTOMERS, few, few));
        assertThat(kind.fit(oneMore)).isNotInstanceOf(Fit.NotEnoughData.class);
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void two_who_came_back(ModelKind kind) {
        var one = base().add(customer(0, 0, 10), 40).add(customer(3, 8, 10), 1).grouped();
        var two = base().add(customer(0, 0, 10), 40).add(customer(3, 8, 10), 2).grouped();

        assertThat(kind.fit(one)).isEqualTo(missing(Shortage.TOO_FEW_REPEAT_CUSTOMERS, 41, 1));
        assertThat(kind.fit(two)).isNotInstanceOf(Fit.NotEnoughData.class);
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void time_to_have_passed(ModelKind kind) {
        var now = base().add(customer(2, 0, 0), 30).grouped();

        assertThat(kind.fit(now)).isEqualTo(missing(Shortage.NO_TIME, 30, 30));
        assertThatIllegalStateException()
                .isThrownBy(() -> kind.fit(now).orElseThrow())
                .withMessageContaining("not enough data")
                .withMessageContaining("NO_TIME");
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void nobody(ModelKind kind) {
        assertThat(kind.fit(base().grouped())).isEqualTo(missing(Shortage.TOO_FEW_CUSTOMERS, 0, 0));
        assertThat(kind.fit(base().grouped()).estimate()).isEmpty();
    }

    @Test
    void donors_of_fixed_occasions() {
        var four = new DiscreteSummaries().add(new DiscreteSummary(2, 3, 6), 4);
        var silent =
                new DiscreteSummaries().add(new DiscreteSummary(0, 0, 6), 50).add(new DiscreteSummary(2, 3, 6), 1);
        var enough =
                new DiscreteSummaries().add(new DiscreteSummary(0, 0, 6), 50).add(new DiscreteSummary(2, 3, 6), 2);

        assertThat(BgBb.fit(new DiscreteSummaries())).isEqualTo(missing(Shortage.TOO_FEW_CUSTOMERS, 0, 0));
        assertThat(BgBb.fit(four)).isEqualTo(missing(Shortage.TOO_FEW_CUSTOMERS, 4, 4));
        assertThat(BgBb.fit(silent)).isEqualTo(missing(Shortage.TOO_FEW_REPEAT_CUSTOMERS, 51, 1));
        assertThat(BgBb.fit(enough)).isNotInstanceOf(Fit.NotEnoughData.class);
    }

    @Test
    void amounts_of_more_customers_than_parameters() {
        var three = MeanValues.of(new int[] {1, 2, 3}, new double[] {5, 9, 2});
        var four = MeanValues.of(new int[] {1, 2, 3, 4}, new double[] {5, 9, 2, 30});

        assertThat(GammaGamma.fit(MeanValues.of(new int[0], new double[0])))
                .isEqualTo(missing(Shortage.TOO_FEW_REPEAT_CUSTOMERS, 0, 0));
        assertThat(GammaGamma.fit(three)).isEqualTo(missing(Shortage.TOO_FEW_REPEAT_CUSTOMERS, 3, 3));
        assertThat(GammaGamma.fit(four)).isNotInstanceOf(Fit.NotEnoughData.class);
    }

    @Test
    void a_weight_counts_as_so_many_customers() {
        var one =
                base().add(customer(3, 8, 10), 0.5).add(customer(1, 8, 10), 0.5).grouped();
        var many = base().add(customer(3, 8, 10), 1000).grouped();

        assertThat(Nbd.fit(one)).isEqualTo(missing(Shortage.TOO_FEW_CUSTOMERS, 1, 1));
        assertThat(Nbd.fit(many)).isInstanceOf(Fit.AtBoundary.class);
    }
}
