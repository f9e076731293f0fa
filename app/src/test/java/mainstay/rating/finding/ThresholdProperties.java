package mainstay.rating.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ThresholdProperties {
    private static final Threshold SHARE = new Threshold("floorPrice", 0.01, 0.02, 0.05, 3, 500);

    private static int strength(double measure, int rows, long money) {
        return SHARE.grade(new Suspicion(1, LocalDate.of(2026, 7, 1), measure, rows, money, Strength.STRONG, Map.of()))
                .map(Strength::number)
                .orElse(0);
    }

    @Property
    void a_larger_measure_more_rows_or_more_money_never_weaken_a_finding(
            @ForAll @DoubleRange(max = 0.1) double measure,
            @ForAll @DoubleRange(max = 0.1) double more,
            @ForAll @IntRange(max = 6) int rows,
            @ForAll @IntRange(max = 6) int furtherRows,
            @ForAll @LongRange(max = 1_000) long money,
            @ForAll @LongRange(max = 1_000) long furtherMoney) {
        assertThat(strength(measure + more, rows + furtherRows, money + furtherMoney))
                .isGreaterThanOrEqualTo(strength(measure, rows, money));
    }

    /// The share of the lines below the floor falls with every line at the floor.
    @Property
    void more_lines_at_the_floor_never_strengthen_a_finding(
            @ForAll @IntRange(max = 50) int below,
            @ForAll @IntRange(min = 1, max = 500) int atFloor,
            @ForAll @IntRange(max = 500) int furtherAtFloor) {
        double before = (double) below / (below + atFloor);
        double after = (double) below / (below + atFloor + furtherAtFloor);

        assertThat(strength(after, below, 1_000)).isLessThanOrEqualTo(strength(before, below, 1_000));
    }
}
