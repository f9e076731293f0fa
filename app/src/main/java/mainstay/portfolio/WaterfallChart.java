package mainstay.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Steps from one total to another as floating bars: each from where the one before ended. Unknown steps have none.
///
/// @param kind as the page names the place of the chart
/// @param y     what the bars are of
/// @param start of the axis; 0 unless the totals would dwarf the steps
/// @param note  that it does not start at 0, where it does not
public record WaterfallChart(
        String kind,
        String y,
        List<String> categories,
        List<@Nullable Bar> bars,
        double start,
        @Nullable String note) {

    public record Bar(double from, double to, boolean total) {}

    /// A chart that grows bar by bar; amounts in ten-thousandths.
    public static final class Drawing {
        private static final double UNIT = 10_000;

        private final List<String> names = new ArrayList<>();
        private final List<@Nullable Bar> bars = new ArrayList<>();
        private double level;

        public void total(String name, @Nullable Long amount) {
            if (amount != null) {
                level = amount / UNIT;
            }
            add(name, amount == null ? null : new Bar(0, level, true));
        }

        public void up(String name, @Nullable Long amount) {
            double from = level;
            if (amount != null) {
                level += amount / UNIT;
            }
            add(name, amount == null ? null : new Bar(from, level, false));
        }

        public void down(String name, @Nullable Long amount) {
            up(name, amount == null ? null : Long.valueOf(-amount));
        }

        private void add(String name, @Nullable Bar bar) {
            names.add(name);
            bars.add(bar);
        }

        public WaterfallChart of(String y) {
            return new WaterfallChart("waterfall", y, names, bars, 0, null);
        }

        /// With an axis that starts near the lowest level.
        ///
        /// @param note says where the axis starts, of an amount in ten-thousandths
        public WaterfallChart near(String y, LongFunction<String> note) {
            double start = start();
            return new WaterfallChart(
                    "waterfall", y, names, bars, start, start > 0 ? note.apply(Math.round(start * UNIT)) : null);
        }

        /// A round amount a third of the span below the lowest level; 0 where the levels differ enough to be seen.
        private double start() {
            double lowest = levels().min().orElse(0);
            double span = levels().max().orElse(0) - lowest;
            if (span <= 0 || lowest <= 2 * span) {
                return 0;
            }
            double step = Math.pow(10, Math.floor(Math.log10(span)));
            return Math.floor((lowest - span / 3) / step) * step;
        }

        private DoubleStream levels() {
            return bars.stream().filter(Objects::nonNull).mapToDouble(Bar::to);
        }
    }
}
