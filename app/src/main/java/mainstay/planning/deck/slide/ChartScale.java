package mainstay.planning.deck.slide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mainstay.planning.deck.slide.Block.Chart;

/// The axis of the values: round steps from the least to the greatest. Columns stand on nought, lines need not.
record ChartScale(double least, double greatest, double step) {

    private static final int STEPS = 5;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double AIR = 0.25;
    private static final MathContext DIGITS = new MathContext(3);
    private static final int MOST_DECIMALS = 3;

    static ChartScale of(Chart chart) {
        double[] values = chart.series().stream()
                .flatMap(one -> one.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        boolean near = chart.kind() == Chart.Kind.LINES && low > 0 && high - low < low;
        double from = near ? Math.max(0, low - (high - low) * AIR) : Math.min(0, low);
        double to = Math.max(near ? high : 0, high);
        if (to - from <= 0) {
            to = from + Math.max(1, Math.abs(from));
        }
        double step = step((to - from) / STEPS);
        return new ChartScale(Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, step);
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return Arrays.stream(ROUND)
                .map(round -> round * power)
                .filter(each -> each >= rough * 0.999)
                .min()
                .orElse(10 * power);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((greatest - least) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(least + i * step);
        }
        return ticks;
    }

    /// As many as tell one tick from the next.
    int decimals() {
        return Math.clamp(
                BigDecimal.valueOf(step).round(DIGITS).stripTrailingZeros().scale(), 0, MOST_DECIMALS);
    }

    /// Part of the way up.
    double place(double value) {
        return (value - least) / (greatest - least);
    }
}
