package mainstay.accounts;

import java.time.Instant;
import java.util.List;

/// What an account was called before, and the codes by which it is known.
public record KnownAs(List<FormerName> formerNames, List<Alias> aliases) {

    /// A name borne before.
    public record FormerName(String name, Instant until) {}

    /// A code by which a source knows the account.
    public record Alias(String source, String code) {}
}
