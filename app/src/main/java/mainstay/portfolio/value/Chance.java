package mainstay.portfolio.value;

import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// How probable it is that an account is still a customer, in words no more exact than what is known.
final class Chance {
    private static final double FIVES = 0.05;
    private static final double HARDLY = 0.01;

    private Chance() {}

    /// @param method by which it is known
    /// @param gaps   between the purchases of the account
    static Text of(@Nullable Double alive, String method, int gaps) {
        if (alive == null) {
            return Door.UNKNOWN;
        }
        if (method.equals("closed") || alive == 0) {
            return Text.of("value.chance", 0.0);
        }
        if (alive < HARDLY) {
            return Text.of("value.chance.under", HARDLY);
        }
        if (alive > 1 - HARDLY) {
            return Text.of("value.chance.over", 1 - HARDLY);
        }
        return method.equals("rhythm") && gaps < ShortHistory.FEW
                ? Text.of("value.chance.about", Math.clamp(Math.round(alive / FIVES) * FIVES, FIVES, 1 - FIVES))
                : Text.of("value.chance", alive);
    }
}
