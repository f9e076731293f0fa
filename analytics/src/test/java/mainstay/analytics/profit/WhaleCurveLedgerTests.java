package mainstay.analytics.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mainstay.analytics.WideWorldImporters;
import org.junit.jupiter.api.Test;

/// A public ledger against figures computed independently with pandas: nobody there is unprofitable.
class WhaleCurveLedgerTests {

    @Test
    void wide_world_importers_by_the_customer_delivered_to_has_no_erosion() {
        var whale = WhaleCurve.of(WideWorldImporters.ledger().deliveredProfit().array());
        assertThat(whale.customers()).isEqualTo(663);
        assertThat(whale.total() / 1e4).isCloseTo(85_729_180.9, within(0.001));
        assertThat(whale.peak()).hasValue(1);
        assertThat(whale.erosion()).hasValue(0);
        assertThat(whale.customersAtPeak()).isEqualTo(663);
        assertThat(whale.unprofitableCustomers()).isZero();
        assertThat(whale.topFifthProfitShare().orElseThrow()).isCloseTo(0.2503, within(5e-5));
        assertThat(whale.bottomFortyProfitShare().orElseThrow()).isCloseTo(0.3218, within(5e-5));
    }

    @Test
    void wide_world_importers_by_the_customer_billed_earns_most_at_the_top() {
        var whale = WhaleCurve.of(WideWorldImporters.ledger().billedProfit().array());
        assertThat(whale.customers()).isEqualTo(263);
        assertThat(whale.topFifthProfitShare().orElseThrow()).isCloseTo(0.7255, within(5.5e-5));
        assertThat(whale.bottomFortyProfitShare().orElseThrow()).isCloseTo(0.1079, within(5e-5));
    }
}
