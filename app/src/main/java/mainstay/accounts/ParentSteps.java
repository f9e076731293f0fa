package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The parents of one account through all time: from its first day on exactly one step holds on each.
final class ParentSteps {

    private final NavigableMap<LocalDate, ParentStep> steps = new TreeMap<>();

    private ParentSteps(List<ParentStep> known) {
        steps.put(LocalDate.MIN, new ParentStep(LocalDate.MIN, null, null));
        known.forEach(step -> steps.put(step.from(), step));
    }

    static ParentSteps of(List<ParentStep> known) {
        return new ParentSteps(known);
    }

    /// From a day until before another the account stands under this parent and no other, or under none
    /// where it is null. Before and after, everything stays.
    ///
    /// @param until [LocalDate#MAX]: for good
    ParentSteps put(@Nullable Long parent, @Nullable BigDecimal holding, LocalDate from, LocalDate until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " is not before " + until);
        }
        ParentSteps changed = new ParentSteps(all());
        if (!until.equals(LocalDate.MAX)) {
            ParentStep then = changed.on(until);
            changed.steps.put(until, new ParentStep(until, then.parent(), then.holding()));
        }
        changed.steps.subMap(from, true, until, false).clear();
        changed.steps.put(from, new ParentStep(from, parent, holding));
        return changed;
    }

    ParentStep on(LocalDate day) {
        Map.Entry<LocalDate, ParentStep> step = steps.floorEntry(day);
        return step == null ? new ParentStep(LocalDate.MIN, null, null) : step.getValue();
    }

    /// From the first to the last; neighbours that say the same are one.
    List<ParentStep> all() {
        List<ParentStep> all = new ArrayList<>();
        for (ParentStep step : steps.values()) {
            if (all.isEmpty() || !sameAs(all.getLast(), step)) {
                all.add(step);
            }
        }
        return all;
    }

    private static boolean isEqual(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : (other != null && one.compareTo(other) == 0);
    }

    private static boolean sameAs(ParentStep one, ParentStep other) {
        return Objects.equals(one.parent(), other.parent()) && isEqual(one.holding(), other.holding());
    }
}
