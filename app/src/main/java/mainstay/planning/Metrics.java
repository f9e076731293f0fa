package mainstay.planning;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All figures that goals can be set on.
@Service
@Transactional(readOnly = true)
public class Metrics {

    private final List<GoalMetric> all;

    Metrics(List<GoalMetric> all) {
        this.all =
                all.stream().sorted(Comparator.comparingInt(GoalMetric::order)).toList();
    }

    public List<GoalMetric> all() {
        return all;
    }

    public Optional<GoalMetric> byCode(String code) {
        return all.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public @Nullable Double now(GoalMetric metric, long account) {
        return metric.now(List.of(account)).get(account);
    }

    /// Where accounts stand in some figures, by the code of the figure and the account.
    public Map<String, Map<Long, Double>> now(Collection<String> codes, Collection<Long> accounts) {
        Map<String, Map<Long, Double>> figures = new HashMap<>();
        all.stream()
                .filter(each -> codes.contains(each.code()))
                .forEach(each -> figures.put(each.code(), each.now(accounts)));
        return figures;
    }
}
