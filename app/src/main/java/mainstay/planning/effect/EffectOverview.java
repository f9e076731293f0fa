package mainstay.planning.effect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mainstay.analytics.effect.MeanEffect;
import mainstay.planning.EffectMetric;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which kinds of work change something, from the work whose test was named beforehand and that was not dropped.
@Service
@Transactional(readOnly = true)
public class EffectOverview {

    private final JdbcClient database;

    EffectOverview(JdbcClient database) {
        this.database = database;
    }

    private record Measured(
            String form,
            String metric,
            String verdict,
            @Nullable Double levelBefore,
            @Nullable Double change) {

        double share() {
            double changed = Objects.requireNonNull(change);
            return EffectMetric.GROSS_MARGIN.code().equals(metric)
                    ? changed
                    : changed / Objects.requireNonNull(levelBefore);
        }
    }

    /// Work of one form whose effect on one figure was measured.
    ///
    /// @param unknown where there was too little data
    /// @param mean    of the changes as shares of the level before; null for fewer than three
    public record Kind(
            String form,
            String metric,
            int up,
            int none,
            int down,
            int unknown,
            @Nullable MeanEffect mean) {

        /// What can be said of the kind: `up`, `down`, `none` or `unknown`.
        public String verdict() {
            if (mean == null) {
                return "unknown";
            }
            return mean.low() > 0 ? "up" : mean.high() < 0 ? "down" : "none";
        }

        public String tone() {
            return switch (verdict()) {
                case "up" -> "tag-good";
                case "down" -> "tag-bad";
                default -> "tag-muted";
            };
        }

        public int measured() {
            return up + none + down;
        }
    }

    /// As far as the reader may see accounts.
    public List<Kind> kinds() {
        Map<List<String>, List<Measured>> groups =
                database.sql("""
                        select w.form, w.metric, e.verdict, e.level_before, e.change
                        from planning.effect e join planning.work_item w on w.id = e.item_id
                        where w.named_on < w.effect_from and w.state <> 'dropped'
                        """).query(RecordRows.of(Measured.class)).list().stream()
                        .collect(Collectors.groupingBy(
                                each -> List.of(each.form(), each.metric()),
                                () -> new TreeMap<>(Comparator.comparing(String::valueOf)),
                                Collectors.toList()));
        return groups.values().stream().map(EffectOverview::kind).toList();
    }

    private static Kind kind(List<Measured> group) {
        double[] shares = group.stream()
                .filter(each -> each.change() != null)
                .mapToDouble(Measured::share)
                .toArray();
        return new Kind(
                group.getFirst().form(),
                group.getFirst().metric(),
                count(group, "up"),
                count(group, "none"),
                count(group, "down"),
                count(group, "unknown"),
                MeanEffect.of(shares, EffectRun.TEST.level()).orElse(null));
    }

    private static int count(List<Measured> group, String verdict) {
        return (int)
                group.stream().filter(each -> each.verdict().equals(verdict)).count();
    }
}
