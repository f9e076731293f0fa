package mainstay.portfolio.drill;

import mainstay.portfolio.period.Change;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A part as a row of the page.
///
/// @param address where the part is taken apart further
/// @param share   of the whole in what is measured; null where the whole is not positive
public record PartRow(
        Text name,
        @Nullable String code,
        String address,
        Sales now,
        @Nullable Sales before,
        @Nullable Double share) {

    /// Of the revenue, on the days it is compared with.
    public @Nullable Double change() {
        return before == null ? null : new Change(now.revenue(), before.revenue()).relative();
    }
}
