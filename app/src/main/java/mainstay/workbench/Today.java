package mainstay.workbench;

import java.util.List;
import mainstay.shared.WorkSource.Work;

/// What one person has before them.
///
/// @param groups what waits, the most urgent first
/// @param away   what was done or put off and would wait else
public record Today(List<Group> groups, List<Away> away) {

    /// Entries of one urgency: first what others wait for, then the most money.
    public record Group(int urgency, List<Work> entries) {

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
