package mainstay.accounts;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.Text;

/// How a change by hand to an account's name, codes or closing ended.
public sealed interface KeepingDecision {

    record Kept() implements KeepingDecision {}

    /// Something speaks against it; whoever wants it says so once more.
    record Doubted(List<Text> concerns, LocalDate on, String reason) implements KeepingDecision {}

    record Refused(Text why) implements KeepingDecision {

        static Refused because(String key, Object... arguments) {
            return new Refused(new Text(key, List.of(arguments)));
        }
    }
}
