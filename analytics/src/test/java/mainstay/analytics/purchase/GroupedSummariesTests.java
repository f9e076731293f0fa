package mainstay.analytics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GroupedSummariesTests {

    private static final int[] COUNTS = {2, 0, 1, 0, 2, 0};
    private static final int[] LASTS = {5, 0, 3, 0, 5, 0};
    private static final int[] AGES = {9, 9, 9, 9, 9, 4};

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.DAY);
    }

    @Test
    void equal_customers_are_one_group_in_order_of_x_then_age_then_last() {
        var groups = GroupedSummaries.ofDays(COUNTS, LASTS, AGES, TimeUnit.DAY);

        assertThat(groups.groups()).isEqualTo(4);
        assertThat(groups.customer(0)).isEqualTo(customer(0, 0, 4));
        assertThat(groups.customer(1)).isEqualTo(customer(0, 0, 9));
        assertThat(groups.customer(2)).isEqualTo(customer(1, 3, 9));
        assertThat(groups.customer(3)).isEqualTo(customer(2, 5, 9));
        assertThat(groups.weight(1)).isEqualTo(2);
        assertThat(groups.weight(3)).isEqualTo(2);
    }

    @Test
    void totals() {
        var groups = GroupedSummaries.ofDays(COUNTS, LASTS, AGES, TimeUnit.WEEK);

        assertThat(groups.customers()).isEqualTo(6);
        assertThat(groups.repeatCustomers()).isEqualTo(3);
        assertThat(groups.totalRepeatPurchases()).isEqualTo(5);
        assertThat(groups.totalAge() * 7).isEqualTo(49);
        assertThat(groups.unit()).isEqualTo(TimeUnit.WEEK);
    }

    @Test
    void distinct_values_and_who_has_them() {
        var groups = GroupedSummaries.ofDays(COUNTS, LASTS, AGES, TimeUnit.DAY);

        assertThat(groups.distinctCounts()).containsExactly(0, 1, 2);
        assertThat(groups.distinctAges()).containsExactly(4, 9);
        assertThat(groups.distinctAgesAtLast()).containsExactly(0, 3, 5);
        assertThat(groups.countIndex(3)).isEqualTo(2);
        assertThat(groups.ageIndex(0)).isZero();
        assertThat(groups.lastIndex(2)).isEqualTo(1);
    }

    @Test
    void summaries_and_columns_give_the_same_groups() {
        var groups = GroupedSummaries.of(
                TimeUnit.DAY, List.of(customer(2, 5, 9), customer(0, 0, 9), customer(1, 3, 9), customer(2, 5, 9)));

        assertThat(groups.groups()).isEqualTo(3);
        assertThat(groups.customer(2)).isEqualTo(customer(2, 5, 9));
        assertThat(groups.weight(2)).isEqualTo(2);
    }

    @Test
    void customers_in_another_unit_are_converted() {
        var week = new CustomerSummary(1, 1, 2, OptionalDouble.of(5), TimeUnit.WEEK);

        assertThat(GroupedSummaries.of(TimeUnit.DAY, List.of(week)).customer(0)).isEqualTo(customer(1, 7, 14));
    }

    @Test
    void weights_add_up_and_need_not_be_whole() {
        var groups = new GroupedSummaries.Weighted(TimeUnit.DAY)
                .add(customer(1, 3, 9), 2.5)
                .add(customer(0, 0, 9), 1)
                .add(customer(1, 3, 9), 0.5)
                .grouped();

        assertThat(groups.groups()).isEqualTo(2);
        assertThat(groups.weight(1)).isEqualTo(3);
        assertThat(groups.customers()).isEqualTo(4);
    }

    @Test
    void nobody_makes_no_group() {
        assertThat(GroupedSummaries.of(TimeUnit.DAY, List.of()).groups()).isZero();
        assertThat(GroupedSummaries.ofDays(new int[0], new int[0], new int[0], TimeUnit.DAY)
                        .customers())
                .isZero();
    }

    @Test
    void long_lives_are_grouped_too() {
        var groups = GroupedSummaries.ofDays(
                new int[] {1, 1, 6_000_000},
                new int[] {5_000_000, 5_000_000, 1},
                new int[] {9_000_000, 9_000_000, 1},
                TimeUnit.DAY);

        assertThat(groups.groups()).isEqualTo(2);
        assertThat(groups.age(0)).isEqualTo(9_000_000);
        assertThat(groups.repeatPurchases(1)).isEqualTo(6_000_000);
    }

    /// Above four million days values are looked up in another way; weeks are weeks either way.
    @Test
    void long_lives_in_weeks() {
        for (var age : new int[] {4_194_303, 4_194_304, 9_000_001}) {
            var groups = GroupedSummaries.ofDays(
                    new int[] {1, 0}, new int[] {age - 7, 0}, new int[] {age, age - 1}, TimeUnit.WEEK);

            assertThat(groups.age(1)).isEqualTo(age / 7.0);
            assertThat(groups.age(0)).isEqualTo((age - 1) / 7.0);
            assertThat(groups.ageAtLastPurchase(1)).isEqualTo((age - 7) / 7.0);
        }
    }

    /// Ten customers, every third from the middle of the first three on: 1, 4, 7 and the last.
    @Test
    void a_likeness_takes_its_groups_from_all_over() {
        var counts = new int[10];
        var lasts = new int[10];
        var ages = new int[10];
        for (var i = 0; i < 10; i++) {
            counts[i] = i;
            lasts[i] = i;
            ages[i] = 20;
        }
        var likeness =
                GroupedSummaries.ofDays(counts, lasts, ages, TimeUnit.DAY).everyNth(3);

        assertThat(likeness.groups()).isEqualTo(4);
        for (var i = 0; i < 4; i++) {
            assertThat(likeness.repeatPurchases(i)).isEqualTo(new int[] {1, 4, 7, 9}[i]);
            assertThat(likeness.ageAtLastPurchase(i)).isEqualTo(likeness.repeatPurchases(i));
        }
    }

    @Test
    void every_nth_group_keeps_its_weight() {
        var groups = GroupedSummaries.ofDays(COUNTS, LASTS, AGES, TimeUnit.DAY).everyNth(2);

        assertThat(groups.groups()).isEqualTo(2);
        assertThat(groups.customer(0)).isEqualTo(customer(0, 0, 9));
        assertThat(groups.weight(0)).isEqualTo(2);
    }

    @Test
    void columns_have_to_fit() {
        assertRefused(new int[] {1}, new int[] {1, 2}, new int[] {1, 2});
        assertRefused(new int[] {1, 2}, new int[] {1, 2}, new int[] {2});
        assertRefused(new int[] {-1}, new int[] {0}, new int[] {2});
        assertRefused(new int[] {1}, new int[] {-1}, new int[] {2});
        assertRefused(new int[] {1}, new int[] {3}, new int[] {2});
        assertRefused(new int[] {0}, new int[] {1}, new int[] {2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupedSummaries.Weighted(TimeUnit.DAY).add(customer(0, 0, 1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GroupedSummaries.Weighted(TimeUnit.DAY).add(customer(0, 0, 1), Double.POSITIVE_INFINITY));
    }

    private static void assertRefused(int[] counts, int[] lasts, int[] ages) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupedSummaries.ofDays(counts, lasts, ages, TimeUnit.DAY));
    }

    @Property
    void nobody_gets_lost(@ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> numbers) {
        var counts = new int[numbers.size()];
        var lasts = new int[numbers.size()];
        var ages = new int[numbers.size()];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = numbers.get(i);
            lasts[i] = counts[i] == 0 ? 0 : 1 + i % 3;
            ages[i] = 4 + i % 2;
        }
        var groups = GroupedSummaries.ofDays(counts, lasts, ages, TimeUnit.DAY);

        assertThat(groups.customers()).isEqualTo(numbers.size());
        assertThat(groups.totalRepeatPurchases())
                .isEqualTo(numbers.stream().mapToInt(Integer::intValue).sum());
        for (var i = 1; i < groups.groups(); i++) {
            assertThat(groups.customer(i)).isNotEqualTo(groups.customer(i - 1));
            assertThat(groups.repeatPurchases(i)).isGreaterThanOrEqualTo(groups.repeatPurchases(i - 1));
        }
    }
}
