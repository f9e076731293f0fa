package mainstay.analytics.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mainstay.analytics.Cdnow;
import mainstay.analytics.Northwind;
import mainstay.analytics.OnlineRetail;
import mainstay.analytics.WideWorldImporters;
import mainstay.analytics.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

/// Public ledgers against figures computed independently with pandas.
class ConcentrationLedgerTests {

    private record Expected(
            int customers,
            double total,
            double topFifthShare,
            int accountsForEighty,
            double gini,
            double hhi,
            double cr4,
            double cr10,
            int negative,
            int zero) {

        void matches(Concentration actual, double unit) {
            assertThat(actual.customers()).isEqualTo(customers);
            assertThat(actual.total() / unit).isCloseTo(total, within(0.0006));
            assertThat(actual.topFifthShare().orElseThrow()).isCloseTo(topFifthShare, within(6e-7));
            assertThat(actual.accountsForEighty()).hasValue(accountsForEighty);
            assertThat(actual.gini().orElseThrow()).isCloseTo(gini, within(6e-7));
            assertThat(actual.hhi().orElseThrow()).isCloseTo(hhi, within(6e-5));
            assertThat(actual.cr(4).orElseThrow()).isCloseTo(cr4, within(6e-7));
            assertThat(actual.cr(10).orElseThrow()).isCloseTo(cr10, within(6e-7));
            assertThat(actual.negativeCustomers()).isEqualTo(negative);
            assertThat(actual.zeroCustomers()).isEqualTo(zero);
        }
    }

    /// The largest, in order.
    private static void assertLargest(long[] totals, double... expected) {
        var curve = Concentration.of(totals).curve();
        for (var i = 0; i < expected.length; i++) {
            assertThat(curve.value(i + 1) / 1e4).as("rank " + (i + 1)).isCloseTo(expected[i], within(0.0051));
        }
    }

    @Test
    void the_ten_largest_of_each_ledger() {
        assertLargest(
                OnlineRetail.ledger().net().array(),
                279489.02,
                256438.49,
                187482.17,
                132572.62,
                123725.45,
                113384.14,
                88125.38,
                65892.08,
                62653.1,
                59419.34);
        assertLargest(
                OnlineRetail.ledger().gross().array(),
                280206.02,
                259657.3,
                194550.79,
                168472.5,
                143825.06,
                124914.53,
                117379.63,
                91062.38,
                81024.84,
                77183.6);
        assertLargest(
                WideWorldImporters.ledger().delivered().array(),
                381585.35,
                371822.3,
                369058.3,
                365427.0,
                361939.75,
                360901.5,
                359859.45,
                355293.35,
                354680.8,
                353499.15);
        assertLargest(
                WideWorldImporters.ledger().billed().array(),
                54497209.6,
                54235435.9,
                369058.3,
                361939.75,
                359859.45,
                354680.8,
                353499.15,
                353177.75,
                346062.2,
                345839.1);
        assertLargest(
                Northwind.ledger().totals().array(),
                110277.31,
                104874.98,
                104361.95,
                51097.8,
                49979.9,
                32841.37,
                30908.38,
                29567.56,
                28872.19,
                27363.6);
    }

    @Test
    void online_retail_net_has_customers_below_zero() {
        // exact sums: in binary floating point fewer customers end at zero, because residues of 1e-13 remain
        new Expected(4372, 8300065.814, 0.738471, 1171, 0.709284, 45.1512, 0.10313, 0.16496, 41, 14)
                .matches(Concentration.of(OnlineRetail.ledger().net().array()), 1e4);
    }

    @Test
    void online_retail_gross_is_more_concentrated_than_net() {
        new Expected(4338, 8911407.904, 0.746171, 1133, 0.71514, 46.436, 0.101318, 0.172619, 0, 0)
                .matches(Concentration.of(OnlineRetail.ledger().gross().array()), 1e4);
    }

    @Test
    void wide_world_importers_looks_even_by_the_customer_delivered_to() {
        new Expected(663, 172261341.2, 0.249253, 484, 0.11133, 15.7824, 0.008637, 0.021096, 0, 0)
                .matches(
                        Concentration.of(WideWorldImporters.ledger().delivered().array()), 1e4);
    }

    @Test
    void wide_world_importers_rests_on_two_head_offices_by_the_customer_billed() {
        var billed = Concentration.of(WideWorldImporters.ledger().billed().array());
        new Expected(263, 172261341.2, 0.726033, 98, 0.680656, 1997.7961, 0.635451, 0.647718, 0, 0)
                .matches(billed, 1e4);
        assertThat(billed.majorCustomers(0.10)).hasValue(2);
    }

    @Test
    void northwind_has_89_customers_with_sales() {
        new Expected(89, 1265793.0395, 0.60057, 34, 0.575454, 336.9089, 0.29279, 0.450425, 0, 0)
                .matches(Concentration.of(Northwind.ledger().totals().array()), 1e4);
    }

    @Test
    void the_cdnow_sample_keeps_eight_customers_without_spend() {
        var spend = Cdnow.sample().histories().values().stream()
                .mapToDouble(PurchaseHistory::amount)
                .toArray();
        new Expected(2357, 244091.94, 0.67455, 777, 0.630917, 22.858, 0.048625, 0.084941, 0, 8)
                .matches(Concentration.of(spend), 1);
    }
}
