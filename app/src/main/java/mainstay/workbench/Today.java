package mainstay.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.shared.WorkSource.Work;

/// What one person has before them.
///
/// @param groups what waits, the most urgent first
/// @param away   what was done or put off and would wait else
public record Today(List<Group> groups, List<Away> away) {

    /// Entries of one urgency: first what others wait for, then the most money.
    public record Group(int urgency, List<Work> entries) {

        private static final Comparator<Work> IN_ORDER = Comparator.comparing(
                        (Work work) -> work.answers().isEmpty())
                .thenComparing(
                        work -> work.money() == null ? Long.MIN_VALUE : Math.abs(work.money()),
                        Comparator.reverseOrder())
                .thenComparing(Work::subject)
                .thenComparing(Work::rule);

        /// The most urgent first.
        static List<Group> of(List<Work> waiting) {
            return waiting.stream().collect(Collectors.groupingBy(Work::urgency)).entrySet().stream()
                    .sorted(Map.Entry.<Integer, List<Work>>comparingByKey().reversed())
                    .map(group -> new Group(
                            group.getKey(),
                            group.getValue().stream().sorted(IN_ORDER).toList()))
                    .toList();
        }

        public String titleKey() {
            return "today.urgency." + urgency;
        }
    }

    public record Away(Work work, WorkState state) {}

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    public int size() {
        return groups.stream().mapToInt(group -> group.entries().size()).sum();
    }

    List<Work> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }
}
