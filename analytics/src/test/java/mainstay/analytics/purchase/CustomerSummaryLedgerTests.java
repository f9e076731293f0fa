package mainstay.analytics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.Cdnow;
import mainstay.analytics.Northwind;
import mainstay.analytics.OnlineRetail;
import mainstay.analytics.WideWorldImporters;
import org.junit.jupiter.api.Test;

/// Public ledgers against figures computed independently with lifetimes.
class CustomerSummaryLedgerTests {

    private static final LocalDate ONLINE_RETAIL_END = LocalDate.of(2011, 12, 9);

    private record Expected(
            int customers,
            int repeatCustomers,
            long repeatPurchases,
            int most,
            double meanAgeAtLast,
            double meanAge,
            double meanValue) {

        void matches(List<CustomerSummary> actual) {
            var repeat =
                    actual.stream().filter(CustomerSummary::isRepeatCustomer).toList();
            assertThat(actual).hasSize(customers);
            assertThat(repeat).hasSize(repeatCustomers);
            assertThat(actual.stream()
                            .mapToLong(CustomerSummary::repeatPurchases)
                            .sum())
                    .isEqualTo(repeatPurchases);
            assertThat(mean(actual, CustomerSummary::repeatPurchases))
                    .isCloseTo(repeatPurchases / (double) customers, within(1e-9));
            assertThat(actual).extracting(CustomerSummary::repeatPurchases).contains(most);
            assertThat(repeat).allMatch(summary -> summary.repeatPurchases() <= most);
            assertThat(mean(actual, CustomerSummary::ageAtLastPurchase)).isCloseTo(meanAgeAtLast, within(6e-7));
            assertThat(mean(actual, CustomerSummary::age)).isCloseTo(meanAge, within(6e-7));
            assertThat(mean(repeat, summary -> summary.meanValue().orElseThrow()))
                    .isCloseTo(meanValue, within(6e-7));
        }

        private static double mean(List<CustomerSummary> customers, ToDoubleFunction<CustomerSummary> of) {
            return customers.stream().mapToDouble(of).average().orElseThrow();
        }
    }

    @Test
    void online_retail_in_days() {
        new Expected(4338, 2790, 12425, 131, 130.771554, 222.831028, 477.380339)
                .matches(summaries(OnlineRetail.ledger().purchases(), ONLINE_RETAIL_END, TimeUnit.DAY));
    }

    @Test
    void single_customers_of_online_retail() {
        var histories = OnlineRetail.ledger().purchases().histories();
        assertCustomer(histories, "12748", 112, 373, 373, 301.024821);
        assertCustomer(histories, "14646", 44, 353, 354, 6366.705909);
        assertCustomer(histories, "17850", 1, 1, 373, 3891.87);
    }

    @Test
    void online_retail_split_for_a_holdout_test() {
        var splits = OnlineRetail.ledger().purchases().histories().values().stream()
                .flatMap(history -> history.split(LocalDate.of(2011, 6, 30), ONLINE_RETAIL_END, TimeUnit.DAY).stream())
                .toList();
        assertThat(splits).hasSize(2960);
        assertThat(splits.stream().mapToInt(CalibrationSplit::holdoutPurchases).sum())
                .isEqualTo(6426);
        assertThat(splits).allMatch(split -> split.holdoutDuration() == 162);
    }

    @Test
    void the_cdnow_sample_in_weeks_for_calibration_and_as_a_whole() {
        var sample = Cdnow.sample();
        new Expected(2357, 946, 2457, 29, 6.845809, 32.715862, 35.077848)
                .matches(summaries(sample, LocalDate.of(1997, 9, 30), TimeUnit.WEEK));
        new Expected(2357, 1139, 4339, 43, 18.635311, 71.715862, 35.784409)
                .matches(summaries(sample, LocalDate.of(1998, 6, 30), TimeUnit.WEEK));
    }

    @Test
    void wide_world_importers_in_days() {
        new Expected(663, 663, 65800, 138, 1171.110106, 1180.914027, 2602.851587)
                .matches(summaries(WideWorldImporters.ledger().purchases(), LocalDate.of(2016, 5, 31), TimeUnit.DAY));
    }

    @Test
    void northwind_in_days() {
        new Expected(89, 88, 734, 29, 490.460674, 542.022472, 1187.622636)
                .matches(summaries(Northwind.ledger().purchases(), LocalDate.of(1998, 5, 6), TimeUnit.DAY));
    }

    private static List<CustomerSummary> summaries(PurchaseLog<String> log, LocalDate end, TimeUnit unit) {
        return log.histories().values().stream()
                .flatMap(history -> history.summary(end, unit).stream())
                .toList();
    }

    private static void assertCustomer(
            Map<String, PurchaseHistory> histories, String code, int x, double tx, double age, double m) {
        var summary = Objects.requireNonNull(histories.get(code))
                .summary(ONLINE_RETAIL_END, TimeUnit.DAY)
                .orElseThrow();
        assertThat(summary.repeatPurchases()).isEqualTo(x);
        assertThat(summary.ageAtLastPurchase()).isEqualTo(tx);
        assertThat(summary.age()).isEqualTo(age);
        assertThat(summary.meanValue().orElseThrow()).isCloseTo(m, within(6e-7));
    }
}
