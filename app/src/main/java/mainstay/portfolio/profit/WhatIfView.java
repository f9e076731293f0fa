package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the retention what-if shows.
///
/// @param fields   what was asked
/// @param by       how accounts are parted
/// @param from     first day of the year that margins come from; null while the ledger is empty
/// @param covered  whether the ledger knows the year before
/// @param whole    null while the ledger is empty
public record WhatIfView(
        List<Field> fields,
        String by,
        List<String> codes,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean covered,
        @Nullable WhatIf whole,
        List<WhatIf> segments) {

    /// @param refused why what was written cannot be taken, else null
    public record Field(
            String code,
            String written,
            int least,
            int greatest,
            @Nullable Text refused) {
        public boolean isSlider() {
            return !code.equals("retention");
        }
    }

    /// Industries of the published range with its effect of five points.
    public static final Map<String, Double> PUBLISHED =
            Map.of("bank", 0.85, "insurance", 0.50, "laundry", 0.45, "auto", 0.30);

    public List<Field> refused() {
        return fields.stream().filter(field -> field.refused() != null).toList();
    }

    public List<String> published() {
        return List.of("bank", "insurance", "laundry", "auto");
    }
}
