package mainstay.portfolio.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mainstay.portfolio.CostToServe;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;

/// The waterfall as floating bars: each from where the one before ended. Unknown steps have none.
record WaterfallChart(String kind, String y, List<String> categories, List<@Nullable Bar> bars) {
    private static final double UNIT = 10_000;

    record Bar(double from, double to, boolean total) {}

    static WaterfallChart of(Waterfall fall, CostToServe.Rates rates, Texts texts, Locale locale) {
        List<String> names = new ArrayList<>();
        List<@Nullable Bar> bars = new ArrayList<>();
        double level = 0;
        for (Step step : Step.values()) {
            Long amount = step.amount(fall, rates);
            if (step == Step.UNPRICED && fall.unpriced() == 0) {
                continue;
            }
            names.add(texts.get(locale, step.key()));
            if (amount == null) {
                bars.add(null);
            } else if (step.isTotal()) {
                level = amount / UNIT;
                bars.add(new Bar(0, level, true));
            } else {
                bars.add(new Bar(level, level - amount / UNIT, false));
                level -= amount / UNIT;
            }
        }
        return new WaterfallChart("waterfall", texts.get(locale, "profit.title"), names, bars);
    }
}
