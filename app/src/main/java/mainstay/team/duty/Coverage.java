package mainstay.team.duty;

import java.util.List;
import java.util.Map;
import mainstay.identity.User;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// What the board shows.
///
/// @param kind       which gaps are shown; empty for all
/// @param counts     rows by kind, however few are shown
/// @param gaps       the first of those asked for
/// @param more       how many are not shown
/// @param money      sales of the accounts that have a gap, in twelve months
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
        long money,
        List<Drop> drops,
        LongTail longTail,
        List<PoolGap> poolGaps,
        List<Load> overloaded,
        Map<Integer, Field> fields,
        List<User> people,
        boolean mayArrange) {

    /// @param money sales in twelve months; null where unknown
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
