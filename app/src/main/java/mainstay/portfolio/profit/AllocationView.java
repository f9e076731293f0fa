package mainstay.portfolio.profit;

import java.util.List;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.value.KeptValue;
import mainstay.portfolio.value.Paging;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the page of allocation shows.
///
/// @param group   whether groups under common control count as one
/// @param none    whether the reader may see no account with sales at all
/// @param unset   whether nobody has said what serving costs
/// @param counted which accounts are compared
/// @param rebateNote whose rebates are not known; null where all are
/// @param over    served more than they earn
/// @param under   served less than they earn
public record AllocationView(
        Chosen period,
        boolean firm,
        boolean group,
        boolean none,
        boolean unset,
        Text counted,
        @Nullable Text rebateNote,
        Page over,
        Page under) {

    /// A page of one of the two lists.
    public record Page(List<Row> rows, Paging paging) {}

    /// @param why  or what a loss-maker is advised, as everywhere
    /// @param kept what it is worth for the years ahead
    public record Row(Attention.Share share, Text why, KeptValue kept) {

        /// Why goods that lose may stand beside a value above zero: `hidden` where the value rests on an
        /// older margin, `differs` where it counts other days or only those of the group that earn.
        ///
        /// @return null where nothing needs words
        public @Nullable String mark() {
            if (kept.value() == null || kept.value() <= 0) {
                return null;
            }
            return kept.hidesLoss() ? "hidden" : share.total().goodsProfit() < 0 ? "differs" : null;
        }
    }

    public @Nullable Text mark(Row row) {
        String mark = row.mark();
        return mark == null ? null : Text.of("profit.allocation.mark." + mark + "." + unit());
    }

    public @Nullable Text markWhy(Row row) {
        String mark = row.mark();
        return mark == null ? null : markWhy(mark, unit());
    }

    static Text markWhy(String mark, String unit) {
        return Text.of("profit.allocation.mark." + mark + "." + unit + ".why");
    }

    public boolean isEmpty() {
        return over.paging().inAll() == 0 && under.paging().inAll() == 0;
    }

    /// What is counted: whole groups, or accounts.
    public String unit() {
        return group ? "groups" : "accounts";
    }

    public String at(boolean grouped) {
        return period.address().with("group", grouped).toString();
    }

    public String table() {
        return period.address().at("/profit/allocation/table").toString();
    }
}
