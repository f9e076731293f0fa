package mainstay.analytics.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WhaleCurveProperties {

    @Provide
    Arbitrary<long[]> profits() {
        return Arbitraries.longs()
                .between(-1_000_000_000L, 2_000_000_000L)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(80)
                .filter(base -> Arrays.stream(base).sum() > 0);
    }

    @Property
    void peak_less_erosion_is_one(@ForAll("profits") long[] profits) {
        var whale = WhaleCurve.of(profits);
        var peak = whale.peak().orElseThrow();
        assertThat(peak - whale.erosion().orElseThrow()).isCloseTo(1, within(1e-12 * peak));
    }

    @Property
    void erosion_is_what_the_losses_add_up_to(@ForAll("profits") long[] profits) {
        var losses = Arrays.stream(profits).filter(profit -> profit < 0).sum();
        var total = Arrays.stream(profits).sum();
        var whale = WhaleCurve.of(profits);
        assertThat(whale.erosion().orElseThrow())
                .isCloseTo(-losses / (double) total, within(1e-12 * whale.peak().orElseThrow()));
    }

    @Property
    void no_point_of_the_curve_lies_above_the_peak(@ForAll("profits") long[] profits) {
        var whale = WhaleCurve.of(profits);
        var peak = whale.peak().orElseThrow();
        assertThat(whale.curve().points()).allMatch(point -> point.cumulativeShare() <= peak);
    }

    @Property
    void every_customer_earns_loses_or_does_neither(@ForAll("profits") long[] profits) {
        var whale = WhaleCurve.of(profits);
        var neither = Arrays.stream(profits).filter(profit -> profit == 0).count();
        assertThat(whale.customersAtPeak() + whale.unprofitableCustomers() + neither)
                .isEqualTo(profits.length);
    }
}
