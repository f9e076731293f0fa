package mainstay.planning;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/// A figure that goals can be set on: whoever keeps it contributes a bean. It is read, never typed.
public interface GoalMetric {

    /// How it is written: money in whole units of the firm's currency, a share as a fraction.
    enum Form {
        MONEY("1000000000000"),
        PERCENT("100"),
        NUMBER("1000000"),
        DAYS("3650");

        private final BigDecimal most;

        Form(String most) {
            this.most = new BigDecimal(most);
        }

        /// The largest target that can be meant, as it is typed: shares in percent.
        public BigDecimal most() {
            return most;
        }
    }

    /// Stable word; `goal.metric.<code>` is its message key.
    String code();

    Form form();

    int order();

    /// Whether more is better.
    boolean grows();

    /// Whether it can be less than nothing.
    default boolean mayBeNegative() {
        return false;
    }

    /// The smallest target that can be meant, as it is typed.
    default BigDecimal least() {
        return mayBeNegative() ? form().most().negate() : BigDecimal.ZERO;
    }

    /// A target within what can be meant.
    ///
    /// @param target as the figure is kept: a share as a fraction
    default double within(double target) {
        int moved = form() == Form.PERCENT ? 2 : 0;
        return Math.clamp(
                target,
                least().movePointLeft(moved).doubleValue(),
                form().most().movePointLeft(moved).doubleValue());
    }

    /// Page of its definition.
    String definition();

    /// Where accounts stand now; those not in it are unknown.
    Map<Long, Double> now(Collection<Long> accounts);

    default String key() {
        return "goal.metric." + code();
    }
}
