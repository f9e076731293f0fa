package mainstay.analytics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Small cases published with the lifetimes library.
class CustomerSummaryTests {

    private static final LocalDate END = LocalDate.of(2015, 2, 7);

    private final Map<Integer, PurchaseHistory> customers = sixCustomers();

    @Test
    void a_customer_who_came_back_once_has_one_repeat_purchase() {
        // bought for 1 on 1 January and for 2 on 6 February, seen on 7 February
        assertThat(summary(1)).isEqualTo(new CustomerSummary(1, 36, 37, OptionalDouble.of(2), TimeUnit.DAY));
    }

    @Test
    void a_customer_who_never_came_back_has_no_repeat_value() {
        assertThat(summary(2)).isEqualTo(new CustomerSummary(0, 0, 37, OptionalDouble.empty(), TimeUnit.DAY));
        assertThat(summary(6)).isEqualTo(new CustomerSummary(0, 0, 5, OptionalDouble.empty(), TimeUnit.DAY));
        assertThat(summary(6).isRepeatCustomer()).isFalse();
    }

    @Test
    void the_first_purchase_is_left_out_of_the_mean_value() {
        assertThat(summary(3)).isEqualTo(new CustomerSummary(2, 4, 37, OptionalDouble.of(3), TimeUnit.DAY));
        assertThat(summary(4)).isEqualTo(new CustomerSummary(2, 20, 22, OptionalDouble.of(3), TimeUnit.DAY));
        assertThat(summary(5)).isEqualTo(new CustomerSummary(2, 2, 22, OptionalDouble.of(4.5), TimeUnit.DAY));
    }

    @Test
    void the_earliest_purchase_is_the_first_whatever_the_order_of_rows() {
        var history = PurchaseHistory.of(List.of(
                new Purchase(LocalDate.of(2014, 4, 9), 20),
                new Purchase(LocalDate.of(2014, 3, 14), 10),
                new Purchase(LocalDate.of(2014, 5, 21), 25)));
        var summary = history.summary(LocalDate.of(2014, 5, 21), TimeUnit.DAY).orElseThrow();
        assertThat(summary.meanValue()).hasValue(22.5);
    }

    @Test
    void two_purchases_on_one_day_are_no_repeat() {
        var twice = PurchaseHistory.of(List.of(new Purchase(END, 1), new Purchase(END, 1)));
        assertThat(twice.summary(END, TimeUnit.DAY).orElseThrow().repeatPurchases())
                .isZero();
    }

    @Test
    void purchases_after_the_observation_are_ignored() {
        var known = history(4).summary(LocalDate.of(2015, 2, 4), TimeUnit.DAY).orElseThrow();
        assertThat(known).isEqualTo(new CustomerSummary(1, 17, 19, OptionalDouble.of(3), TimeUnit.DAY));
        assertThat(history(6).summary(LocalDate.of(2015, 2, 1), TimeUnit.DAY)).isEmpty();
    }

    @Test
    void weeks_and_months_keep_their_fractions() {
        var weeks = history(1).summary(END, TimeUnit.WEEK).orElseThrow();
        assertThat(weeks.age()).isCloseTo(37 / 7.0, within(1e-12));
        assertThat(summary(1).in(TimeUnit.WEEK).age()).isCloseTo(weeks.age(), within(1e-12));
        assertThat(summary(1).in(TimeUnit.MONTH).ageAtLastPurchase()).isCloseTo(36 / 30.4375, within(1e-12));
    }

    @Test
    void a_split_hides_the_holdout_from_the_calibration() {
        var calibrationEnd = LocalDate.of(2015, 2, 1);
        var split = history(4).split(calibrationEnd, END, TimeUnit.DAY).orElseThrow();
        assertThat(split.calibration()).isEqualTo(new CustomerSummary(0, 0, 16, OptionalDouble.empty(), TimeUnit.DAY));
        assertThat(split.holdoutPurchases()).isEqualTo(2);
        assertThat(split.holdoutDuration()).isEqualTo(6);
        assertThat(split.holdoutMeanValue()).hasValue(3);
        assertThat(history(6).split(calibrationEnd, END, TimeUnit.DAY)).isEmpty();
    }

    @Test
    void a_purchase_after_the_holdout_counts_in_neither_period() {
        var calibrationEnd = LocalDate.of(2015, 2, 1);
        var observationEnd = LocalDate.of(2015, 2, 4);
        assertThat(heldOut(1, calibrationEnd, observationEnd)).isZero();
        assertThat(heldOut(4, calibrationEnd, observationEnd)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> history(1).split(END, END.minusDays(1), TimeUnit.DAY));
    }

    @Test
    void numbers_that_cannot_belong_to_a_customer_are_refused() {
        assertRefused(-1, 0, 10);
        assertRefused(1, 11, 10);
        assertRefused(0, 1, 10);
        assertRefused(1, -1, 10);
        assertRefused(1, Double.NaN, 10);
        assertRefused(0, 0, Double.POSITIVE_INFINITY);
    }

    private static void assertRefused(int x, double tx, double age) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerSummary(x, tx, age, OptionalDouble.empty(), TimeUnit.DAY));
    }

    private int heldOut(int customer, LocalDate calibrationEnd, LocalDate observationEnd) {
        return history(customer)
                .split(calibrationEnd, observationEnd, TimeUnit.DAY)
                .orElseThrow()
                .holdoutPurchases();
    }

    private CustomerSummary summary(int customer) {
        return history(customer).summary(END, TimeUnit.DAY).orElseThrow();
    }

    private PurchaseHistory history(int customer) {
        return Objects.requireNonNull(customers.get(customer));
    }

    private static Map<Integer, PurchaseHistory> sixCustomers() {
        var log = new PurchaseLog<Integer>();
        log.add(1, LocalDate.of(2015, 1, 1), 1);
        log.add(1, LocalDate.of(2015, 2, 6), 2);
        log.add(2, LocalDate.of(2015, 1, 1), 2);
        log.add(3, LocalDate.of(2015, 1, 1), 3);
        log.add(3, LocalDate.of(2015, 1, 2), 1);
        log.add(3, LocalDate.of(2015, 1, 5), 5);
        log.add(4, LocalDate.of(2015, 1, 16), 6);
        log.add(4, LocalDate.of(2015, 2, 2), 3);
        log.add(4, LocalDate.of(2015, 2, 5), 3);
        log.add(5, LocalDate.of(2015, 1, 16), 3);
        log.add(5, LocalDate.of(2015, 1, 17), 1);
        log.add(5, LocalDate.of(2015, 1, 18), 8);
        log.add(6, LocalDate.of(2015, 2, 2), 5);
        return log.histories();
    }
}
