package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.SavedView;
import mainstay.portfolio.period.Address;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The value page.
///
/// @param firm   whether the reader sees the whole firm; else only accounts of their own
/// @param none   whether the reader may see the value of no account at all
/// @param margins what earned money the values rest on
/// @param ahead  null without a known margin in the last twelve months
/// @param bridge null without an earlier run
/// @param at     this page, as it can be sent
/// @param cuts   keys of the splits there are, beside the saved `views`
/// @param counted which accounts stand in the split
/// @param model  a sentence on where the figures come from
public record ValueView(
        boolean firm,
        boolean none,
        LocalDate asOf,
        List<Door> doors,
        List<Text> margins,
        @Nullable MarginAhead ahead,
        @Nullable Bridge bridge,
        Address at,
        List<String> cuts,
        List<SavedView> views,
        ValueSplit split,
        Text counted,
        RiskList risks,
        List<Text> model) {

    public String at(String cut) {
        return at.without("view").with("by", cut) + "#parts";
    }

    public String at(SavedView view) {
        return at.without("by").with("view", view.id()) + "#parts";
    }

    public boolean isBy(SavedView view) {
        Long shown = split.view();
        return shown != null && shown == view.id();
    }

    public String charts() {
        return at.at("/value/charts").toString();
    }

    public String partsTable() {
        return at.at("/value/parts").toString();
    }

    /// @param signs each a short mark and a sentence
    public record Risk(RiskRow row, List<Sign> signs) {}

    /// A sign of leaving. A weak one may well pass by itself, and is called so.
    public record Sign(String code, boolean weak, Text why) {

        public String label() {
            return "value.sign." + code + (weak ? ".weak" : "");
        }

        public String tone() {
            return weak ? "muted" : code.equals("silent") ? "bad" : "warn";
        }
    }
}
