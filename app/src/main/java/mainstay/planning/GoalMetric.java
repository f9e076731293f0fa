package mainstay.planning;

import java.util.Collection;
import java.util.Map;

/// A figure that goals can be set on: whoever keeps it contributes a bean. It is read, never typed.
public interface GoalMetric {

    /// How it is written: money in whole units of the firm's currency, a share as a fraction.
    enum Form {
        MONEY,
        PERCENT,
        NUMBER,
        DAYS
    }

    /// Stable word; `goal.metric.<code>` is its message key.
    String code();

    Form form();

    int order();

    /// Whether more is better.
    boolean grows();

    /// Page of its definition.
    String definition();

    /// Where accounts stand now; those not in it are unknown.
    Map<Long, Double> now(Collection<Long> accounts);

    default String key() {
        return "goal.metric." + code();
    }
}
