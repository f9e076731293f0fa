package mainstay.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class QuintilesProperties {

    @Property
    void a_better_value_never_scores_worse(@ForAll @Size(max = 60) @IntRange(max = 20) int[] values) {
        var scores = scores(values);
        for (var i = 0; i < values.length; i++) {
            for (var j = 0; j < values.length; j++) {
                if (values[i] <= values[j]) {
                    assertThat(scores[i]).isLessThanOrEqualTo(scores[j]);
                }
            }
        }
    }

    @Property
    void without_ties_the_fifths_differ_by_at_most_one(@ForAll @Size(min = 1, max = 60) @UniqueElements int[] values) {
        var sizes = new int[5];
        for (var score : scores(values)) {
            sizes[score - 1]++;
        }
        assertThat(Arrays.stream(sizes).max().orElseThrow()
                        - Arrays.stream(sizes).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    private static int[] scores(int[] values) {
        return Quintiles.largestBest(Arrays.stream(values).asDoubleStream().toArray());
    }
}
