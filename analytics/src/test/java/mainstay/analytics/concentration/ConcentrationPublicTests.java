package mainstay.analytics.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mainstay.analytics.CsvRows;
import mainstay.analytics.SharedData;
import mainstay.analytics.Totals;
import org.junit.jupiter.api.Test;

/// Three more public tables against figures computed independently with pandas 1.5.3.
class ConcentrationPublicTests {

    private static void assertMeasures(
            Concentration actual, int k20, double top, int k80, double gini, double hhi, double cr4, double cr10) {
        assertThat(actual.cr(k20).orElseThrow()).isCloseTo(top, within(6e-7));
        assertThat(actual.topFifthShare()).isEqualTo(actual.cr(k20));
        assertThat(actual.accountsForEighty()).hasValue(k80);
        assertThat(actual.gini().orElseThrow()).isCloseTo(gini, within(6e-7));
        assertThat(actual.hhi().orElseThrow()).isCloseTo(hhi, within(6e-5));
        assertThat(actual.cr(4).orElseThrow()).isCloseTo(cr4, within(6e-7));
        assertThat(actual.cr(10).orElseThrow()).isCloseTo(cr10, within(6e-7));
        assertThat(actual.negativeCustomers()).isZero();
        assertThat(actual.zeroCustomers()).isZero();
    }

    /// 440 clients of a Portuguese wholesaler (Cardoso, UCI data set 292), six categories together.
    @Test
    void clients_of_a_wholesaler() {
        var totals = new Totals();
        CsvRows.forEach(SharedData.file("uci-wholesale-customers/Wholesale customers data.csv"), row -> {
            var client = "client " + totals.array().length;
            for (var category : new String[] {"Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"}) {
                totals.add(client, Long.parseLong(row.get(category)));
            }
        });
        var clients = Concentration.of(totals.array());

        assertThat(clients.customers()).isEqualTo(440);
        assertThat(clients.total()).isEqualTo(14_619_500);
        assertThat(clients.curve().value(1)).isEqualTo(199_891);
        assertThat(clients.curve().value(10)).isEqualTo(107_155);
        assertMeasures(clients, 88, 0.429048, 252, 0.364022, 36.9954, 0.052564, 0.106295);
        assertThat(clients.majorCustomers(0.10)).hasValue(0);
        assertThat(HhiGuideline.MERGER_2010.band(clients.hhi().orElseThrow())).isEqualTo(HhiBand.UNCONCENTRATED);
    }

    /// 100 debtors (IBM accounts receivable).
    @Test
    void debtors_of_a_ledger() {
        var totals = new Totals();
        CsvRows.forEach(
                SharedData.file("ibm-accounts-receivable/WA_Fn-UseC_-Accounts-Receivable.csv"),
                row -> totals.add(row.get("customerID"), Totals.fourDecimals(row.get("InvoiceAmount"))));
        var debtors = Concentration.of(totals.array());

        assertThat(debtors.customers()).isEqualTo(100);
        assertThat(debtors.total()).isEqualTo(1_477_031_800);
        assertThat(debtors.curve().value(1)).isEqualTo(26_468_100);
        assertMeasures(debtors, 20, 0.288819, 70, 0.17024, 109.2107, 0.067686, 0.156913);
    }

    /// 85 accounts by what was won from them (a sales pipeline); opportunities without an account are nobody's.
    @Test
    void accounts_by_what_was_won() {
        var totals = new Totals();
        CsvRows.forEach(SharedData.file("crm-sales-opportunities/sales_pipeline.csv"), row -> {
            if (row.get("deal_stage").equals("Won")) {
                totals.add(row.get("account"), Long.parseLong(row.get("close_value")));
            }
        });
        var accounts = Concentration.of(totals.array());

        assertThat(accounts.customers()).isEqualTo(85);
        assertThat(accounts.total()).isEqualTo(10_005_534);
        assertThat(accounts.curve().value(2)).isEqualTo(269_245);
        assertMeasures(accounts, 17, 0.316874, 59, 0.202111, 135.8099, 0.101457, 0.20723);
        assertThat(accounts.abc(AbcBoundaries.CUSTOMARY).orElseThrow().a()).isEqualTo(59);
    }
}
