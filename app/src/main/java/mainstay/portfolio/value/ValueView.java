package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The value page.
///
/// @param firm   whether the reader sees the whole firm; else only accounts of their own
/// @param bridge null without an earlier run
/// @param cut    key of the split shown, `cuts` those there are
/// @param model  a sentence on where the figures come from
public record ValueView(
        boolean firm,
        LocalDate asOf,
        List<Door> doors,
        @Nullable Bridge bridge,
        String cut,
        List<String> cuts,
        List<PartRow> parts,
        List<Risk> risks,
        int risksInAll,
        List<Text> model) {

    /// @param name null for accounts without one
    public record PartRow(
            @Nullable String name,
            int accounts,
            long value,
            long before,
            @Nullable Double share) {}

    /// @param signs each a short mark and a sentence
    public record Risk(RiskRow row, List<Sign> signs) {}

    public record Sign(String code, String tone, Text why) {}
}
