package mainstay.analytics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MeanValuesTests {

    private static CustomerSummary customer(int x, OptionalDouble mean) {
        return new CustomerSummary(x, x == 0 ? 0 : 1, 9, mean, TimeUnit.DAY);
    }

    @Test
    void only_repeat_customers_with_a_value_above_zero_count() {
        var values = MeanValues.of(List.of(
                customer(2, OptionalDouble.of(5)),
                customer(0, OptionalDouble.empty()),
                customer(1, OptionalDouble.empty()),
                customer(1, OptionalDouble.of(0)),
                customer(3, OptionalDouble.of(-4))));

        assertThat(values.customers()).isEqualTo(1);
        assertThat(values.repeatPurchases(0)).isEqualTo(2);
        assertThat(values.meanValue(0)).isEqualTo(5);
    }

    @Test
    void averages_and_correlation() {
        var values = MeanValues.of(new int[] {1, 2, 3}, new double[] {10, 30, 20});

        assertThat(values.average()).isEqualTo(20);
        assertThat(values.correlation()).isCloseTo(0.5, within(1e-12));
        assertThat(MeanValues.of(new int[] {2, 2}, new double[] {1, 3}).correlation())
                .isNaN();
        assertThat(MeanValues.of(List.of()).average()).isZero();
    }

    @Test
    void every_nth_customer() {
        var values =
                MeanValues.of(new int[] {1, 2, 3}, new double[] {10, 30, 20}).everyNth(2);

        assertThat(values.customers()).isEqualTo(2);
        assertThat(values.repeatPurchases(1)).isEqualTo(3);
        assertThat(values.meanValue(1)).isEqualTo(20);
    }

    @Test
    void columns_have_to_fit() {
        assertThatIllegalArgumentException().isThrownBy(() -> MeanValues.of(new int[] {1}, new double[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanValues.of(new int[] {0}, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanValues.of(new int[] {1}, new double[] {0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanValues.of(new int[] {1}, new double[] {Double.POSITIVE_INFINITY}));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanValues.of(new int[] {1}, new double[] {Double.NaN}));
    }
}
