package mainstay.portfolio.profit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the panel of switching barriers shows.
///
/// @param form     as it was written last
/// @param refusals message keys of what cannot be taken, by field
public record BarrierView(
        List<Barrier> standing,
        List<Barrier> history,
        boolean mayWrite,
        BarrierForm form,
        Map<String, String> refusals) {

    public List<Barrier> of(String side) {
        return standing.stream().filter(one -> one.side().equals(side)).toList();
    }

    /// What those of a side are valued at together; null where none is valued.
    public @Nullable Long sum(String side) {
        List<Long> amounts = of(side).stream()
                .map(Barrier::amount)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return amounts.isEmpty()
                ? null
                : Long.valueOf(amounts.stream().mapToLong(Long::longValue).sum());
    }

    /// The part of a sum that somebody knows and does not assume.
    public long confirmed(String side) {
        return of(side).stream()
                .filter(Barrier::confirmed)
                .map(Barrier::amount)
                .filter(Objects::nonNull)
                .mapToLong(Objects::requireNonNull)
                .sum();
    }
}
