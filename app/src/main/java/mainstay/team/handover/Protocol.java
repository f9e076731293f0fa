package mainstay.team.handover;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mainstay.identity.Holdings.Fate;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What was handed over once.
///
/// @param name of who handed over
/// @param by   name that whoever did it signs in with
public record Protocol(long id, String name, String user, String reason, String by, Instant at, List<Item> items) {

    /// One thing.
    ///
    /// @param account name that the account had then; null for none
    /// @param heir    full name of whoever was to have it; null where nobody was
    /// @param fate    what became of it
    public record Item(
            String kind,
            Text what,
            @Nullable String account,
            @Nullable String heir,
            Fate fate) {

        public Text told() {
            return Text.of("handover.fate." + fate.code(), Objects.requireNonNullElse(heir, ""));
        }
    }
}
