package mainstay.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.shared.WorkSource.Work;
import org.jspecify.annotations.Nullable;

/// What one person has before them.
///
/// @param groups what waits, the most urgent first
/// @param away   what was done, put off or handed on and would wait else
/// @param cuts   of which rules more was found than stands here
/// @param asked  what a colleague asks this person to do, of what stands on the own list anyway
public record Today(List<Group> groups, List<Away> away, List<Handed> asked, List<Cut> cuts) {

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

    /// What a rule found and does not tell.
    ///
    /// @param told  how many stand here, the gravest
    /// @param found how many wait, as far as they are counted
    /// @param more  whether there are more than that
    public record Cut(String rule, long told, long found, boolean more) {}

    /// @param handed set where a colleague has it now
    public record Away(Work work, WorkState state, @Nullable Handed handed) {}

    /// What a colleague says to an entry, where one does.
    public @Nullable Handed askedFor(Work work) {
        return asked.stream()
                .filter(handed -> HandedWork.isAbout(handed, work.rule(), work.subject()))
                .findFirst()
                .orElse(null);
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    public int size() {
        return groups.stream().mapToInt(group -> group.entries().size()).sum();
    }

    public List<Work> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }
}
