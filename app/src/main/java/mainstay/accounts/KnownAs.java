package mainstay.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account was called before, and the codes by which it is known.
public record KnownAs(List<FormerName> formerNames, List<Alias> aliases) {

    /// A name borne before.
    public record FormerName(String name, Instant until) {}

    /// A code by which a source knows the account.
    ///
    /// @param actor who said so; empty where a file brought the code itself
    /// @param since null likewise
    public record Alias(
            String source,
            String code,
            String actor,
            @Nullable Instant since) {

        public boolean isByHand() {
            return since != null;
        }
    }
}
