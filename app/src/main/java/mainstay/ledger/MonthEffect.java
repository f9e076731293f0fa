package mainstay.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Net sales of a month before and after a change of the ledger, in ten-thousandths.
public record MonthEffect(LocalDate month, long before, long after) {

    public long change() {
        return after - before;
    }

    /// The months that differ, the latest first.
    static List<MonthEffect> between(Map<LocalDate, Long> before, Map<LocalDate, Long> after) {
        TreeSet<LocalDate> months =
                new TreeSet<>(Comparator.<LocalDate>naturalOrder().reversed());
        months.addAll(before.keySet());
        months.addAll(after.keySet());
        return months.stream()
                .map(month -> new MonthEffect(month, before.getOrDefault(month, 0L), after.getOrDefault(month, 0L)))
                .filter(effect -> effect.change() != 0)
                .toList();
    }
}
