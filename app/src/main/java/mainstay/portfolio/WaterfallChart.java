package mainstay.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps from one total to another as floating bars: each from where the one before ended. Unknown steps have none.
///
/// @param kind as the page names the place of the chart
/// @param y    what the bars are of
public record WaterfallChart(String kind, String y, List<String> categories, List<@Nullable Bar> bars) {

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
            return new WaterfallChart("waterfall", y, names, bars);
        }
    }
}
