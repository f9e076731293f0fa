package mainstay.analytics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.analytics.CsvRows;
import mainstay.analytics.SharedData;
import org.junit.jupiter.api.Test;

class KaplanMeierTests {

    /// Remission times of the treated patients of Freireich (1963), in weeks, the textbook case.
    private static final List<Tenure> TREATED = tenures(
            new double[] {6, 6, 6, 7, 10, 13, 16, 22, 23}, new double[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});

    private static final List<Tenure> PLACEBO = tenures(
            new double[] {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, new double[0]);

    private static List<Tenure> tenures(double[] ended, double[] running) {
        var tenures = new ArrayList<Tenure>();
        for (var duration : ended) {
            tenures.add(new Tenure(duration, true));
        }
        for (var duration : running) {
            tenures.add(new Tenure(duration, false));
        }
        return tenures;
    }

    @Test
    void the_textbook_case() {
        var curve = KaplanMeier.of(TREATED);

        assertThat(curve.customers()).isEqualTo(21);
        assertThat(curve.steps()).hasSize(7);
        assertThat(curve.survival(0)).isEqualTo(1);
        assertThat(curve.survival(6)).isCloseTo(0.8571, within(5e-5));
        assertThat(curve.survival(7)).isCloseTo(0.8067, within(5e-5));
        assertThat(curve.survival(12.9)).isCloseTo(0.7529, within(5e-5));
        assertThat(curve.survival(100)).isCloseTo(0.4482, within(5e-5));
        assertThat(curve.median()).hasValue(23);
        assertThat(curve.steps().getFirst().atRisk()).isEqualTo(21);
        assertThat(curve.steps().getFirst().left()).isEqualTo(3);
    }

    /// R 4.2.2, package survival, survfit with conf.type "log-log".
    @Test
    void its_intervals() {
        var first = KaplanMeier.of(TREATED).steps().getFirst();

        assertThat(first.low()).isCloseTo(0.620, within(5e-4));
        assertThat(first.high()).isCloseTo(0.952, within(5e-4));
    }

    @Test
    void everybody_leaves_in_the_end() {
        var curve = KaplanMeier.of(PLACEBO);
        var last = curve.steps().getLast();

        assertThat(curve.median()).hasValue(8);
        assertThat(last.survival()).isZero();
        assertThat(last.high()).isZero();
    }

    @Test
    void nobody_has_left_yet() {
        var curve = KaplanMeier.of(tenures(new double[0], new double[] {3, 5}));

        assertThat(curve.steps()).isEmpty();
        assertThat(curve.survival(9)).isEqualTo(1);
        assertThat(curve.median()).isEmpty();
        assertThat(KaplanMeier.of(List.of()).customers()).isZero();
    }

    @Test
    void the_textbook_test() {
        var test = LogRank.of(List.of(TREATED, PLACEBO));

        assertThat(test.chiSquare()).isCloseTo(16.79, within(0.01));
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.pValue()).isCloseTo(4.17e-5, within(1e-6));
        assertThat(test.observed()).containsExactly(9.0, 21.0);
        assertThat(test.expected().getFirst()).isCloseTo(19.25, within(0.01));
        assertThat(LogRank.of(List.of(PLACEBO, TREATED)).chiSquare()).isCloseTo(test.chiSquare(), within(1e-9));
    }

    @Test
    void equal_segments_do_not_differ() {
        var test = LogRank.of(List.of(TREATED, TREATED));

        assertThat(test.chiSquare()).isCloseTo(0, within(1e-12));
        assertThat(test.pValue()).isCloseTo(1, within(1e-6));
    }

    @Test
    void without_departures_there_is_nothing_to_compare() {
        var quiet = tenures(new double[0], new double[] {3});

        assertThat(LogRank.of(List.of(quiet, quiet)))
                .isEqualTo(new LogRank(0, 0, 1, List.of(0.0, 0.0), List.of(0.0, 0.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.of(List.of(quiet)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tenure(-1, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tenure(Double.NaN, true));
    }

    /// 7,043 customers of a telephone company (IBM), against lifelines-style figures computed with pandas 1.5.3.
    @Test
    void telephone_customers_by_contract() {
        Map<String, List<Tenure>> contracts = new LinkedHashMap<>();
        var all = new ArrayList<Tenure>();
        CsvRows.forEach(SharedData.file("ibm-telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"), row -> {
            var tenure = new Tenure(
                    Double.parseDouble(row.get("tenure")), row.get("Churn").equals("Yes"));
            contracts
                    .computeIfAbsent(row.get("Contract"), first -> new ArrayList<>())
                    .add(tenure);
            all.add(tenure);
        });

        assertCurve(
                all,
                new double[] {1, 6, 12, 24, 36, 48, 60, 72},
                .945961,
                .884826,
                .8432,
                .788736,
                .748545,
                .70884,
                .664404,
                .59279);
        assertCurve(
                contract(contracts, "Month-to-month"),
                new double[] {12, 24, 48, 72},
                .703097,
                .585915,
                .397264,
                .128952);
        assertCurve(contract(contracts, "One year"), new double[] {12, 24, 48, 72}, .990808, .978272, .916547, .568146);
        assertCurve(contract(contracts, "Two year"), new double[] {12, 24, 48, 72}, 1, 1, .995719, .935739);
        var test = LogRank.of(List.copyOf(contracts.values()));
        assertThat(test.chiSquare()).isCloseTo(2352.8725, within(5e-5));
        assertThat(test.degrees()).isEqualTo(2);
    }

    private static List<Tenure> contract(Map<String, List<Tenure>> contracts, String name) {
        return Objects.requireNonNull(contracts.get(name));
    }

    private static void assertCurve(List<Tenure> tenures, double[] times, double... expected) {
        var curve = KaplanMeier.of(tenures);
        for (var i = 0; i < times.length; i++) {
            assertThat(curve.survival(times[i])).isCloseTo(expected[i], within(6e-7));
        }
    }

    @Test
    void the_median_is_where_exactly_half_have_left() {
        assertThat(KaplanMeier.of(tenures(new double[] {2, 5, 7, 9}, new double[0]))
                        .median())
                .hasValue(5);
    }

    @Test
    void times_after_the_last_departure_keep_the_last_value() {
        var curve = KaplanMeier.of(tenures(new double[] {2}, new double[] {2, 3}));

        assertThat(curve.survival(1.99)).isEqualTo(1);
        assertThat(curve.survival(2)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(curve.survival(50)).isCloseTo(2 / 3.0, within(1e-12));
    }

    /// By hand: at 1 one of four left where two were expected to be half of it, at 2 one of two.
    @Test
    void a_comparison_by_hand() {
        var one = tenures(new double[] {1}, new double[] {3});
        var other = tenures(new double[] {2}, new double[] {3});
        var test = LogRank.of(List.of(one, other));

        assertThat(test.expected().getFirst()).isCloseTo(2 / 4.0 + 1 / 3.0, within(1e-12));
        assertThat(test.chiSquare()).isCloseTo(Math.pow(1 - 5 / 6.0, 2) / (0.25 + 2 / 9.0), within(1e-12));
    }
}
