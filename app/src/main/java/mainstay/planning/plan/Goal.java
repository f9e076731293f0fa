package mainstay.planning.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A figure that is to reach a target by a day: whole units of currency, a fraction, a number or days.
///
/// @param baseline   where it stood when the goal was set; null where nobody knew
/// @param base       what has to be reached; `stretch` and `challenge` go beyond
/// @param shared     the customer's own goal, or one that both want
public record Goal(
        long id,
        long planId,
        long accountId,
        String metric,
        @Nullable Double baseline,
        LocalDate baselineOn,
        double base,
        @Nullable Double stretch,
        @Nullable Double challenge,
        LocalDate dueOn,
        boolean shared,
        @Nullable String why) {}
