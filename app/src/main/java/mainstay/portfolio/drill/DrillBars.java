package mainstay.portfolio.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;

/// Parts as bars of a chart, with those of the compared days beside them.
///
/// @param kind `months` stand, `bars` lie
record DrillBars(
        String kind,
        String y,
        @Nullable String beforeName,
        List<String> categories,
        List<@Nullable Double> values,
        List<@Nullable Double> before) {
    private static final double UNIT = 10_000;

    static DrillBars of(List<SalesDrill.Bar> bars, SalesForm form, Texts texts, Locale locale) {
        Measure measure = form.measured();
        List<Part> parts = bars.stream().map(SalesDrill.Bar::part).toList();
        boolean compared = parts.stream().anyMatch(part -> part.before() != null);
        return new DrillBars(
                form.cutBy() == Cut.MONTH ? "months" : "bars",
                texts.get(locale, measure.key()),
                compared ? texts.get(locale, "drill.compared") : null,
                bars.stream().map(bar -> texts.get(locale, bar.name())).toList(),
                values(parts, Part::now, measure),
                compared ? values(parts, Part::before, measure) : List.of());
    }

    private static List<@Nullable Double> values(
            List<Part> parts, Function<Part, @Nullable Sales> side, Measure measure) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Part part : parts) {
            Sales sales = side.apply(part);
            values.add(sales == null ? null : value(sales.of(measure), measure));
        }
        return values;
    }

    private static @Nullable Double value(@Nullable Long value, Measure measure) {
        return value == null ? null : Double.valueOf(measure == Measure.ORDERS ? value.doubleValue() : value / UNIT);
    }
}
