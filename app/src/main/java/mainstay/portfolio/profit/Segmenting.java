package mainstay.portfolio.profit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.SavedView;
import mainstay.accounts.ViewedAccounts;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the segments that an address asks for: by what accounts have in common, or those of a saved view against
/// all others.
@Component
class Segmenting {
    static final String VIEW = "view";

    private final List<Segmentation> ways;
    private final ViewedAccounts views;

    Segmenting(List<Segmentation> ways, ViewedAccounts views) {
        this.ways = ways.stream()
                .sorted(Comparator.comparingInt(Segmentation::order))
                .toList();
        this.views = views;
    }

    List<String> codes() {
        return ways.stream().map(Segmentation::code).toList();
    }

    List<SavedView> views() {
        return views.views();
    }

    String chosen(@Nullable String by, @Nullable Long view) {
        if (view != null) {
            return VIEW;
        }
        return by == null || by.isEmpty() ? codes().getFirst() : way(by).code();
    }

    Map<Long, Segment> of(@Nullable String by, @Nullable Long view, List<AccountTotal> totals) {
        return view == null ? named(way(chosen(by, null)), totals) : ofView(view, totals);
    }

    /// Who has no segment is called as the way to part them says.
    static Map<Long, Segment> named(Segmentation way, List<AccountTotal> totals) {
        Map<Long, Segment> segments = new HashMap<>(way.segments());
        Segment none = new Segment(Segments.NONE, way.unnamed(), null, Integer.MAX_VALUE);
        totals.forEach(total -> segments.putIfAbsent(total.account(), none));
        return segments;
    }

    private Segmentation way(String code) {
        return ways.stream()
                .filter(way -> way.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("profit.noSuchSegments", code));
    }

    private Map<Long, Segment> ofView(long id, List<AccountTotal> totals) {
        SavedView view =
                Optional.of(id).flatMap(views::view).orElseThrow(() -> new Problem.NotFound("lists.view.unknown"));
        Segment inside = new Segment("in", Text.of("profit.inView", view.name()), view.path(), 1);
        Segment outside = new Segment("out", Text.of("profit.outOfView", view.name()), null, 2);
        Set<Long> members = new HashSet<>(views.of(view));
        Map<Long, Segment> segments = new HashMap<>();
        totals.forEach(total -> segments.put(total.account(), members.contains(total.account()) ? inside : outside));
        return segments;
    }
}
