package mainstay.accounts;

import java.util.List;
import mainstay.shared.web.Text;

/// How putting an account elsewhere in its group ended.
sealed interface PlacementDecision {

    record Placed() implements PlacementDecision {}

    record Refused(Text why) implements PlacementDecision {

        static Refused because(String key, Object... arguments) {
            return new Refused(new Text(key, List.of(arguments)));
        }
    }
}
