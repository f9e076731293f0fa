package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Segmentation.Segment;
import org.jspecify.annotations.Nullable;

/// Accounts in the last twelve months, and in the twelve before.
///
/// @param from of the last twelve months
/// @param past null where the ledger does not reach back that far
record TwoYears(
        LocalDate from,
        LocalDate to,
        List<AccountTotal> now,
        @Nullable List<AccountTotal> past) {

    /// Everybody of either.
    List<AccountTotal> all() {
        List<AccountTotal> all = new ArrayList<>(now);
        if (past != null) {
            all.addAll(past);
        }
        return all;
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    Map<Segment, TwoYears> parted(Map<Long, Segment> segments) {
        Map<Segment, List<AccountTotal>> before = past == null ? new HashMap<>() : Segments.parted(past, segments);
        Map<Segment, TwoYears> parts = new LinkedHashMap<>();
        Segments.parted(now, segments)
                .forEach((segment, totals) -> parts.put(
                        segment,
                        new TwoYears(from, to, totals, past == null ? null : before.getOrDefault(segment, List.of()))));
        return parts;
    }

    /// Together with other accounts in the same years.
    TwoYears plus(TwoYears others) {
        return new TwoYears(
                from,
                to,
                Stream.concat(now.stream(), others.now.stream()).toList(),
                past == null || others.past == null
                        ? null
                        : Stream.concat(past.stream(), others.past.stream()).toList());
    }

    /// Those who bought in the last twelve months.
    List<AccountTotal> customers() {
        return now.stream().filter(total -> total.grossRevenue() > 0).toList();
    }

    /// Part of those who bought in the twelve months before that bought again; null where these are not
    /// known, or nobody bought in them.
    @Nullable
    Double retention() {
        Set<Long> before = past == null ? Set.of() : buyers(past);
        return before.isEmpty() ? null : Double.valueOf((double) stayed().size() / before.size());
    }

    /// How many bought in the twelve months before and not in the last twelve.
    int left() {
        return past == null ? 0 : buyers(past).size() - stayed().size();
    }

    /// Those who bought in both.
    List<AccountTotal> stayed() {
        Set<Long> before = past == null ? Set.of() : buyers(past);
        return now.stream()
                .filter(total -> total.grossRevenue() > 0 && before.contains(total.account()))
                .toList();
    }

    /// Those who bought in the last twelve months and not in the twelve before.
    List<AccountTotal> arrived() {
        Set<Long> before = past == null ? Set.of() : buyers(past);
        return past == null
                ? List.of()
                : now.stream()
                        .filter(total -> total.grossRevenue() > 0 && !before.contains(total.account()))
                        .toList();
    }

    /// Who bought anything, whatever came back.
    static Set<Long> buyers(List<AccountTotal> totals) {
        Set<Long> buyers = new HashSet<>();
        totals.stream()
                .filter(total -> total.grossRevenue() > 0)
                .map(AccountTotal::account)
                .forEach(buyers::add);
        return buyers;
    }
}
