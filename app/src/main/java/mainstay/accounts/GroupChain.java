package mainstay.accounts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How one account stands below another.
final class GroupChain {

    private GroupChain() {}

    /// The accounts from the lower one up to the higher one, both included; empty where there is no way on
    /// any day.
    static List<Long> between(List<ParentLink> links, long lower, long higher) {
        Map<Long, List<ParentLink>> up = new HashMap<>();
        links.forEach(link ->
                up.computeIfAbsent(link.child(), key -> new ArrayList<>()).add(link));
        Deque<List<ParentLink>> open = new ArrayDeque<>();
        up.getOrDefault(lower, List.of()).forEach(link -> open.add(List.of(link)));
        Set<List<Object>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            List<ParentLink> way = open.remove();
            ParentLink last = way.getLast();
            if (last.parent() == higher) {
                return accounts(lower, way);
            }
            for (ParentLink next : up.getOrDefault(last.parent(), List.of())) {
                ParentLink both = last.during(next);
                if (both != null && seen.add(List.of(both.parent(), both.from(), both.until()))) {
                    List<ParentLink> further = new ArrayList<>(way);
                    further.add(both);
                    open.add(further);
                }
            }
        }
        return List.of();
    }

    private static List<Long> accounts(long lower, List<ParentLink> way) {
        List<Long> accounts = new ArrayList<>(List.of(lower));
        way.forEach(link -> accounts.add(link.parent()));
        return accounts;
    }
}
