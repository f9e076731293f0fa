package mainstay.backup;

import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Which nightly backups stay: the latest of each of so many days, weeks and months that have one. A day without a
/// backup takes no place from another; the latest of all stays always.
record Retention(int daily, int weekly, int monthly) {

    Retention {
        if (daily < 0 || weekly < 0 || monthly < 0) {
            throw new IllegalArgumentException("numbers of backups are 0 or more");
        }
    }

    Set<LocalDateTime> kept(Set<LocalDateTime> made) {
        List<LocalDateTime> newestFirst =
                made.stream().sorted(Comparator.reverseOrder()).toList();
        Set<LocalDateTime> kept = new TreeSet<>();
        newestFirst.stream().limit(1).forEach(kept::add);
        keep(newestFirst, kept, daily, LocalDateTime::toLocalDate);
        keep(newestFirst, kept, weekly, Retention::week);
        keep(newestFirst, kept, monthly, at -> at.getYear() * 12 + at.getMonthValue());
        return kept;
    }

    private static void keep(
            List<LocalDateTime> newestFirst, Set<LocalDateTime> kept, int most, Function<LocalDateTime, Object> of) {
        Set<Object> spans = new HashSet<>();
        for (LocalDateTime at : newestFirst) {
            if (spans.size() < most && spans.add(of.apply(at))) {
                kept.add(at);
            }
        }
    }

    private static Object week(LocalDateTime at) {
        return at.get(IsoFields.WEEK_BASED_YEAR) * 100 + at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
