package mainstay.portfolio.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.SavedView;
import mainstay.accounts.ViewedAccounts;
import mainstay.portfolio.value.ValueSplit.PartRow;
import mainstay.portfolio.value.ValueSums.Part;
import mainstay.shared.Problem;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Splits the value of accounts: by what they have in common, or by a saved view against all others.
@Component
class ValueSplits {
    private static final int MOST = 20;
    private static final ValueCut VIEWED = new ValueCut("view", 0, "", """
            case when v.account_id = any((select cast(:members as bigint[]))::bigint[]) then 'in' end""");

    private final ValueSums sums;
    private final List<ValueCut> cuts;
    private final ViewedAccounts views;

    ValueSplits(ValueSums sums, List<ValueCut> cuts, ViewedAccounts views) {
        this.sums = sums;
        this.cuts =
                cuts.stream().sorted(Comparator.comparingInt(ValueCut::order)).toList();
        this.views = views;
    }

    List<String> cuts() {
        return cuts.stream().map(ValueCut::key).toList();
    }

    List<SavedView> views() {
        return views.views();
    }

    ValueSplit of(Compared run, SplitForm form) {
        return form.view() == null ? cut(run, form.by()) : viewed(run, form.view());
    }

    private ValueSplit cut(Compared run, @Nullable String by) {
        ValueCut cut = by == null || by.isBlank()
                ? cuts.getFirst()
                : cuts.stream()
                        .filter(one -> one.key().equals(by))
                        .findFirst()
                        .orElseThrow(() -> new Problem.Invalid("profit.noSuchSegments", by));
        return split(cut.key(), null, sums.by(run, cut, Set.of()), Text.of("value.without." + cut.key()));
    }

    private ValueSplit viewed(Compared run, long id) {
        SavedView view =
                Optional.of(id).flatMap(views::view).orElseThrow(() -> new Problem.NotFound("lists.view.unknown"));
        List<Part> parts = sums.by(run, VIEWED, views.of(view)).stream()
                .map(part -> part.name() == null ? part : part.named(view.name()))
                .toList();
        return split(VIEWED.key(), view.id(), parts, Text.of("profit.outOfView", view.name()));
    }

    /// @param unnamed what accounts without a name are called
    static ValueSplit split(String key, @Nullable Long view, List<Part> parts, Text unnamed) {
        long whole = parts.stream()
                .map(Part::value)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        List<Part> named = parts.stream().filter(part -> part.name() != null).toList();
        List<PartRow> rows = new ArrayList<>();
        named.stream().limit(MOST).forEach(part -> rows.add(row(part, unnamed, whole)));
        List<Part> others = named.stream().skip(MOST).toList();
        others.stream()
                .reduce(Part::plus)
                .map(rest -> row(rest, more(others), whole))
                .ifPresent(rows::add);
        parts.stream().filter(part -> part.name() == null).forEach(part -> rows.add(row(part, unnamed, whole)));
        return new ValueSplit(
                key,
                view,
                rows,
                total(parts, whole),
                finding(named.stream().map(part -> row(part, unnamed, whole)).toList()));
    }

    /// How many parts stand together: as accounts are, only those with any worth are counted, unless none is.
    private static Text more(List<Part> others) {
        int worth = Math.toIntExact(
                others.stream().filter(part -> part.accounts() > 0).count());
        return Text.of("value.parts.more", worth == 0 ? others.size() : worth);
    }

    private static PartRow total(List<Part> parts, long whole) {
        Part all = parts.stream().reduce(Part::plus).orElse(new Part(null, 0, null, null));
        return row(all, Text.of("value.parts.total"), whole);
    }

    private static PartRow row(Part part, Text unnamed, long whole) {
        String name = part.name();
        Long value = part.value();
        return new PartRow(
                name == null ? unnamed : Text.of("value.parts.named", name),
                part.accounts(),
                value,
                part.before(),
                whole <= 0 || value == null ? null : (Double) ((double) value / whole));
    }

    /// Of parts with a name.
    private static Text finding(Collection<PartRow> named) {
        return named.stream()
                .filter(row -> row.share() != null)
                .max(Comparator.comparing(row -> Objects.requireNonNull(row.share())))
                .map(best -> Text.of("value.parts.finding", best.name(), Shown.share(best.share())))
                .orElse(Text.of("value.parts"));
    }
}
