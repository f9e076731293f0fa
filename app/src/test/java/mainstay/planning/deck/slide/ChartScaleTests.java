package mainstay.planning.deck.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Series;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartScaleTests {

    private static ChartScale of(Chart.Kind kind, @Nullable Double... values) {
        return ChartScale.of(new Chart(
                "", kind, List.of(), List.of(new Series("", Arrays.asList(values), Tone.PRIMARY, false)), "", 0, ""));
    }

    @Test
    void columns_stand_on_nought_and_steps_are_round() {
        assertThat(of(Chart.Kind.COLUMNS, 120.0, 480.0)).isEqualTo(new ChartScale(0, 500, 100));
        assertThat(of(Chart.Kind.COLUMNS, -30.0, null, 480.0).ticks())
                .startsWith(-200.0)
                .endsWith(600.0);
        assertThat(of(Chart.Kind.COLUMNS, 0.0, 0.0).greatest()).isEqualTo(1);
    }

    @Test
    void lines_far_from_nought_show_what_moves() {
        ChartScale scale = of(Chart.Kind.LINES, 330.0, 300.0, 360.0);

        assertThat(scale.least()).isBetween(200.0, 300.0);
        assertThat(scale.greatest()).isGreaterThanOrEqualTo(360);
        assertThat(scale.place(scale.greatest())).isEqualTo(1);
    }

    @Test
    void ticks_have_as_many_decimals_as_tell_them_apart() {
        assertThat(of(Chart.Kind.COLUMNS, 3.0).decimals()).isZero();
        assertThat(of(Chart.Kind.COLUMNS, 0.9).decimals()).isEqualTo(1);
        assertThat(of(Chart.Kind.COLUMNS, 1.2).decimals()).isEqualTo(2);
        assertThat(of(Chart.Kind.COLUMNS, 900.0).decimals()).isZero();
    }
}
