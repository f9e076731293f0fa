package mainstay.portfolio.profit;

import java.util.List;
import mainstay.accounts.SavedView;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the page of profit by segment shows.
///
/// @param by    code of how accounts are parted
/// @param view  number of the saved view that parts them, if one does
/// @param counted which accounts are counted
/// @param rebates whether any rebate is known
/// @param rebateNote whose rebates are not; null where all are known
/// @param codes other ways to part them
public record SegmentView(
        Chosen period,
        boolean firm,
        String by,
        @Nullable Long view,
        List<String> codes,
        List<SavedView> views,
        Segments segments,
        Text counted,
        boolean rebates,
        @Nullable Text rebateNote,
        Text finding) {

    public boolean isEmpty() {
        return segments.rows().isEmpty();
    }

    public String at(String code) {
        return period.address().without("view").with("by", code).toString();
    }

    public String at(SavedView other) {
        return period.address().without("by").with("view", other.id()).toString();
    }

    public String table() {
        return period.address().at("/profit/table").toString();
    }
}
