package mainstay.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Net sales of a month before and after a change of the ledger, in ten-thousandths.
///
/// @param waiting lines without a rate that the change brings, or takes away where below nought: no sum holds them
public record MonthEffect(LocalDate month, long before, long after, long waiting) {

    /// What the ledger says of a month: the sum of the lines whose amount is known, and how many others there are.
    record Sales(long net, long waiting) {

        private static final Sales NONE = new Sales(0, 0);
    }

    public long change() {
        return after - before;
    }

    /// The months that differ, the latest first.
    static List<MonthEffect> between(Map<LocalDate, Sales> before, Map<LocalDate, Sales> after) {
        TreeSet<LocalDate> months =
                new TreeSet<>(Comparator.<LocalDate>naturalOrder().reversed());
        months.addAll(before.keySet());
        months.addAll(after.keySet());
        return months.stream()
                .map(month ->
                        between(month, before.getOrDefault(month, Sales.NONE), after.getOrDefault(month, Sales.NONE)))
                .filter(effect -> effect.change() != 0 || effect.waiting() != 0)
                .toList();
    }

    private static MonthEffect between(LocalDate month, Sales before, Sales after) {
        return new MonthEffect(month, before.net(), after.net(), after.waiting() - before.waiting());
    }
}
