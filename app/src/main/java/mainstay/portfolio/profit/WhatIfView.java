package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.accounts.SavedView;
import mainstay.portfolio.period.Address;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the retention what-if shows.
///
/// @param fields what was asked
/// @param by     how accounts are parted
/// @param at     this page, as it can be sent
/// @param firm   whether the reader sees the whole firm; else only accounts of their own
/// @param none   whether the reader may see no account with sales at all
/// @param months that customer equity looks ahead
/// @param codes  ways to part them, beside the saved `views`
/// @param answer null while the ledger is empty, where the reader may see none of it, or where what was asked cannot be
/// taken
public record WhatIfView(
        List<Field> fields,
        String by,
        Address at,
        boolean firm,
        boolean none,
        int months,
        List<String> codes,
        List<SavedView> views,
        @Nullable Answer answer) {

    /// @param from    first day of the year that margins come from
    /// @param words what must be read with the figures
    public record Answer(
            LocalDate from,
            LocalDate to,
            WhatIf whole,
            List<WhatIf> segments,
            List<Text> words,
            Keeping keeping,
            List<Keeping> keepings) {}

    /// @param start   what it is without being asked
    /// @param refused why what was written cannot be taken, else null
    public record Field(
            String code,
            String written,
            int least,
            int greatest,
            String start,
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

    public String at(String code) {
        return at.without("view").with("by", code).toString();
    }

    public String at(SavedView view) {
        return at.without("by").with("view", view.id()).toString();
    }

    public boolean isBy(SavedView view) {
        return String.valueOf(view.id()).equals(at.parameters().get("view"));
    }
}
