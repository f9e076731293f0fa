package mainstay.portfolio.drill;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Tells what a slice is limited to.
@Component
class Steps {
    private final SalesSlices slices;
    private final SalesRows rows;

    Steps(SalesSlices slices, SalesRows rows) {
        this.slices = slices;
        this.rows = rows;
    }

    List<Step> of(Slice slice) {
        Filter filter = slice.form().filter();
        List<Step> steps = new ArrayList<>();
        if (filter.month() != null) {
            add(steps, slice, "month", month(filter.month()));
        }
        if (filter.category() != null) {
            add(steps, slice, "category", named(filter.category()));
        }
        if (filter.region() != null) {
            add(steps, slice, "region", named(filter.region()));
        }
        if (filter.product() != null) {
            String product = filter.product();
            add(steps, slice, "product", named(slices.product(product).orElse(product)));
        }
        if (filter.document() != null) {
            add(steps, slice, "document", named(rows.document(filter.document()).orElse("")));
        }
        if (filter.nobody()) {
            add(steps, slice, "customer", Text.of("drill.noCustomer"));
        }
        if (filter.uncosted()) {
            add(steps, slice, "cost", Text.of("drill.noCost"));
        }
        if (filter.gross()) {
            add(steps, slice, "view", Text.of("portfolio.gross"));
        }
        return steps;
    }

    static Text month(YearMonth month) {
        return Text.of("period.month", String.valueOf(month.getYear()), month.getMonthValue());
    }

    static Text named(String name) {
        return name.isEmpty() ? Text.of("business.unnamed") : Text.of("door.text", name);
    }

    private static void add(List<Step> steps, Slice slice, String parameter, Text name) {
        String off = slice.as(slice.measure(), slice.cut()).without(parameter).toString();
        steps.add(new Step(Text.of("drill.by." + parameter), name, off));
    }
}
