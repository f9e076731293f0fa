package mainstay.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import mainstay.workbench.Today.Cut;

/// Of each rule so many of the waiting entries as are told, and of which rules there are more. What a colleague asks
/// for is always told.
record Shortlist(List<Work> told, List<Cut> cuts) {

    /// @param waiting the gravest of each rule first
    /// @param found   how many each rule found, also what is away
    /// @param asked   what colleagues ask for
    /// @param most    how many of a rule are told
    static Shortlist of(List<Work> waiting, Map<String, Long> found, Set<WorkKey> asked, ToIntFunction<String> most) {
        Shortlist all = new Shortlist(new ArrayList<>(), new ArrayList<>());
        waiting.stream()
                .collect(Collectors.groupingBy(Work::rule, TreeMap::new, Collectors.toList()))
                .forEach((rule, works) ->
                        all.add(rule, works, found.getOrDefault(rule, 0L), asked, most.applyAsInt(rule)));
        return all;
    }

    /// A rule that found one more than are counted says by it that there are others.
    private void add(String rule, List<Work> waiting, long found, Set<WorkKey> asked, int most) {
        boolean more = most <= WorkSource.COUNTED && found > WorkSource.COUNTED;
        int counted = more ? Math.min(WorkSource.COUNTED, waiting.size() - 1) : waiting.size();
        List<Work> kept = IntStream.range(0, waiting.size())
                .filter(place -> place < Math.min(most, counted) || asked.contains(WorkKey.of(waiting.get(place))))
                .mapToObj(waiting::get)
                .toList();
        told.addAll(kept);
        if (more || kept.size() < waiting.size()) {
            cuts.add(new Cut(rule, kept.size(), Math.max(counted, kept.size()), more));
        }
    }
}
