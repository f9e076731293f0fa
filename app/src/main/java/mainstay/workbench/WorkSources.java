package mainstay.workbench;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import mainstay.workbench.rule.WorkRule;
import mainstay.workbench.rule.WorkRules;
import org.springframework.stereotype.Component;

/// All rules of Today, as the firm has settled them.
@Component
class WorkSources {

    private final List<WorkSource> sources;
    private final WorkRules rules;

    WorkSources(List<WorkSource> sources, WorkRules rules) {
        this.sources = sources;
        this.rules = rules;
    }

    Found found() {
        return found(all -> true);
    }

    /// @throws Problem.NotFound where there is no such rule
    Found of(String rule) {
        if (sources.stream().noneMatch(source -> source.rules().contains(rule))) {
            throw new Problem.NotFound("rules.unknown", rule);
        }
        return found(one -> one.equals(rule));
    }

    /// Two rules may find the same thing under one name; it is shown once.
    private Found found(Predicate<String> wanted) {
        Map<String, WorkRule> changed = rules.changed();
        Set<String> off = changed.values().stream()
                .filter(rule -> !rule.on())
                .map(WorkRule::code)
                .collect(Collectors.toSet());
        Map<WorkKey, Work> asks = new LinkedHashMap<>();
        Set<WorkKey> silent = new HashSet<>();
        sources.stream()
                .filter(source -> source.rules().stream().anyMatch(rule -> wanted.test(rule) && !off.contains(rule)))
                .flatMap(source -> source.work().stream())
                .filter(work -> wanted.test(work.rule()))
                .forEach(work -> {
                    if (WorkRules.let(changed, work)) {
                        asks.putIfAbsent(WorkKey.of(work), work);
                    } else {
                        silent.add(WorkKey.of(work));
                    }
                });
        return new Found(asks, silent, off);
    }

    /// How many entries of a rule a list tells.
    int told(String rule) {
        return sources.stream()
                .filter(source -> source.rules().contains(rule))
                .mapToInt(WorkSource::told)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /// The rules whose entries are told within the application only.
    Set<String> inside() {
        return sources.stream()
                .filter(WorkSource::staysInside)
                .flatMap(source -> source.rules().stream())
                .collect(Collectors.toSet());
    }
}
