package mainstay.accounts;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds accounts that would, on some day, stand above themselves.
final class GroupCircles {

    private GroupCircles() {}

    /// The children on a circle. Links of different times make no circle.
    static Set<Long> in(List<ParentLink> links) {
        Map<Long, List<ParentLink>> up = onlyThoseBetweenCircles(links);
        Set<Long> circling = new HashSet<>();
        for (Long start : up.keySet()) {
            if (returns(start, up)) {
                circling.add(start);
            }
        }
        return circling;
    }

    /// Takes away tops and leaves until nothing more falls off; in a healthy tree nothing is left.
    private static Map<Long, List<ParentLink>> onlyThoseBetweenCircles(List<ParentLink> links) {
        Set<ParentLink> rest = peel(new HashSet<>(links), true);
        rest = peel(rest, false);
        Map<Long, List<ParentLink>> up = new HashMap<>();
        rest.forEach(link ->
                up.computeIfAbsent(link.child(), key -> new ArrayList<>()).add(link));
        return up;
    }

    private static Set<ParentLink> peel(Set<ParentLink> links, boolean fromTheTop) {
        Map<Long, List<ParentLink>> falling = new HashMap<>();
        Map<Long, Integer> held = new HashMap<>();
        for (ParentLink link : links) {
            falling.computeIfAbsent(fromTheTop ? link.parent() : link.child(), key -> new ArrayList<>())
                    .add(link);
            held.merge(fromTheTop ? link.child() : link.parent(), 1, Integer::sum);
        }
        Deque<Long> free = new ArrayDeque<>(falling.keySet());
        free.removeIf(held::containsKey);
        while (!free.isEmpty()) {
            for (ParentLink link : falling.getOrDefault(free.remove(), List.of())) {
                links.remove(link);
                long next = fromTheTop ? link.child() : link.parent();
                if (held.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
        return links;
    }

    private static boolean returns(long start, Map<Long, List<ParentLink>> up) {
        Deque<ParentLink> open = new ArrayDeque<>(up.getOrDefault(start, List.of()));
        Set<ParentLink> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ParentLink reached = open.remove();
            if (reached.parent() == start) {
                return true;
            }
            for (ParentLink next : up.getOrDefault(reached.parent(), List.of())) {
                LocalDate from = later(reached.from(), next.from());
                LocalDate until = earlier(reached.until(), next.until());
                ParentLink walk = new ParentLink(start, next.parent(), from, until);
                if (from.isBefore(until) && seen.add(walk)) {
                    open.add(walk);
                }
            }
        }
        return false;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
