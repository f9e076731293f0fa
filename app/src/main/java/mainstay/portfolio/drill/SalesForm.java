package mainstay.portfolio.drill;

import java.time.YearMonth;
import java.util.regex.Pattern;
import mainstay.portfolio.period.Address;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// The parameters of an address that say which slice is meant. An empty category or region is "not named".
///
/// @param by   `delivered` or `billed`
/// @param view `net` or `gross`
/// @param customer `none` for the lines that name nobody
/// @param cost `unknown` for the lines without cost
/// @param after place where the page goes on
record SalesForm(
        @Nullable String measure,
        @Nullable String cut,
        @Nullable Boolean group,
        @Nullable String by,
        @Nullable String view,
        @Nullable String month,
        @Nullable String category,
        @Nullable String region,
        @Nullable String product,
        @Nullable String document,
        @Nullable String customer,
        @Nullable String cost,
        @Nullable String after) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern MONTH = Pattern.compile("(19|20|21)\\d\\d-(0[1-9]|1[0-2])");

    static SalesForm of(Measure measure, Cut cut, boolean group) {
        return new SalesForm(
                measure.code(), cut.code(), group, null, null, null, null, null, null, null, null, null, null);
    }

    Measure measured() {
        return Measure.of(measure);
    }

    Cut cutBy() {
        return Cut.of(cut);
    }

    boolean grouped() {
        return Boolean.TRUE.equals(group);
    }

    boolean billed() {
        return one("by", by, "delivered", "billed");
    }

    Filter filter() {
        String wanted = number("product", product);
        String number = number("document", document);
        return new Filter(
                wantedMonth(),
                category,
                region,
                wanted,
                number == null || number.isEmpty() ? null : Long.valueOf(number),
                one("customer", customer, "any", "none"),
                one("view", view, "net", "gross"),
                false,
                one("cost", cost, "any", "unknown"));
    }

    /// The same slice as parameters of another address, the measure, the cut and the place apart.
    Address on(Address address) {
        return address.with("group", group)
                .with("by", billed() ? "billed" : null)
                .with("view", filter().gross() ? "gross" : null)
                .with("month", month)
                .with("category", category)
                .with("region", region)
                .with("product", product)
                .with("document", document)
                .with("customer", filter().nobody() ? "none" : null)
                .with("cost", filter().uncosted() ? "unknown" : null);
    }

    private @Nullable YearMonth wantedMonth() {
        if (month == null || month.isEmpty()) {
            return null;
        }
        if (!MONTH.matcher(month).matches()) {
            throw unreadable("month", month);
        }
        return YearMonth.parse(month);
    }

    private static @Nullable String number(String name, @Nullable String value) {
        if (value != null && !value.isEmpty() && !NUMBER.matcher(value).matches()) {
            throw unreadable(name, value);
        }
        return value;
    }

    private static boolean one(String name, @Nullable String value, String usual, String other) {
        if (value == null || value.isEmpty() || value.equals(usual)) {
            return false;
        }
        if (!value.equals(other)) {
            throw unreadable(name, value);
        }
        return true;
    }

    private static Problem unreadable(String name, String value) {
        return new Problem.Invalid("drill.unreadable", name, value);
    }
}
