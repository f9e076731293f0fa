package mainstay.portfolio.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures by day, each with the interval around it where there is one; words in the reader's language.
///
/// @param kind as the page names the place of the chart
/// @param lows of the interval that `range` names
record RangeChart(
        String kind,
        String y,
        String range,
        List<String> categories,
        List<@Nullable Double> values,
        List<@Nullable Double> lows,
        List<@Nullable Double> highs) {}
