package mainstay.accounts;

import java.util.List;
import mainstay.shared.web.Text;

/// How a change by hand to an account's name, codes or closing ended.
sealed interface KeepingDecision {

    record Kept() implements KeepingDecision {}

    record Refused(Text why) implements KeepingDecision {

        static Refused because(String key, Object... arguments) {
            return new Refused(new Text(key, List.of(arguments)));
        }
    }
}
