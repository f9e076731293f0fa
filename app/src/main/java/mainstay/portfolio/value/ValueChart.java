package mainstay.portfolio.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A chart by days: bars, or lines beside each other; words in the reader's language.
///
/// @param kind   as the page names the place: it says which of several charts this is
/// @param values what `y` names
/// @param before what `beforeName` names, beside them; empty for none
record ValueChart(
        String kind,
        String y,
        @Nullable String beforeName,
        List<String> categories,
        List<@Nullable Double> values,
        List<@Nullable Double> before) {

    static <T> List<@Nullable Double> column(List<T> rows, Function<T, @Nullable Double> figure) {
        List<@Nullable Double> column = new ArrayList<>();
        rows.forEach(row -> column.add(figure.apply(row)));
        return column;
    }
}
