package mainstay.team.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.User;
import mainstay.shared.DroppedWork.Drops;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// What the board shows.
///
/// @param kind       which gaps are shown; empty for all
/// @param counts     rows by kind, however few are shown
/// @param gaps       the first of those asked for
/// @param more       how many are not shown
/// @param found      how many accounts the rows asked for are about, and what they buy
/// @param longTail   accounts that nobody looks after one by one
/// @param poolGaps   fields of work that nobody answers for there
/// @param overloaded who has more work than hours
/// @param fields     by number
/// @param mayArrange whether the reader may say who is accountable
public record Coverage(
        String kind,
        Map<String, Long> counts,
        List<Gap> gaps,
        long more,
        Found found,
        Drops drops,
        LongTail longTail,
        List<PoolGap> poolGaps,
        List<Load> overloaded,
        Map<Integer, Field> fields,
        List<User> people,
        boolean mayArrange) {

    /// Accounts with a gap, each once.
    ///
    /// @param money   own sales in twelve months of those of which they are known; null where of none
    /// @param unknown of how many they are not
    public record Found(long accounts, @Nullable Long money, long unknown) {

        static Found of(List<Gap> gaps) {
            Map<Long, Optional<Long>> byAccount = new HashMap<>();
            gaps.forEach(gap -> byAccount.put(gap.accountId(), Optional.ofNullable(gap.money())));
            List<Long> known =
                    byAccount.values().stream().flatMap(Optional::stream).toList();
            return new Found(
                    byAccount.size(),
                    known.isEmpty()
                            ? null
                            : Long.valueOf(
                                    known.stream().mapToLong(Long::longValue).sum()),
                    byAccount.size() - known.size());
        }
    }

    /// @param money own sales in twelve months; null where unknown
    public record LongTail(long accounts, @Nullable Long money) {}

    /// A field of work that nobody answers for in the long tail.
    ///
    /// @param owner null where nobody was named
    /// @param kind  `nobody`, `gone` or `away`
    public record PoolGap(
            int id,
            @Nullable String code,
            @Nullable String title,
            @Nullable String owner,
            String kind) {}

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public String field(PageContext page, int number) {
        Field field = fields.get(number);
        return field == null ? "" : field.called(page);
    }

    public List<Field> fieldList() {
        return List.copyOf(fields.values());
    }
}
