package mainstay.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was chosen to make a token, kept through a refusal.
///
/// @param scope codes of what it opens
/// @param days  how long it lasts
public record NewToken(
        @Nullable String name,
        @Nullable List<String> scope,
        @Nullable String days) {

    /// What most programs need, for as long as is usual.
    static final NewToken USUAL = new NewToken("", List.of(TokenScope.READ.code()), "90");

    public static final List<String> LIVES = List.of("30", "90", "180", "365");

    public String label() {
        return name == null ? "" : name.strip();
    }

    public boolean opens(TokenScope wanted) {
        return scopes().contains(wanted.code());
    }

    List<String> scopes() {
        return scope == null ? List.of() : scope;
    }

    public boolean lasts(String wanted) {
        return wanted.equals(days);
    }

    /// @return message key of what is wrong, or nothing
    Optional<String> refusal() {
        if (label().isEmpty() || label().length() > 100) {
            return Optional.of("token.badName");
        }
        if (TokenScope.parseAll(scopes()).isEmpty()) {
            return Optional.of("token.badScopes");
        }
        return days == null || !LIVES.contains(days) ? Optional.of("token.badDays") : Optional.empty();
    }

    /// @throws java.util.NoSuchElementException where it is refused
    Duration life() {
        return Duration.ofDays(Long.parseLong(Optional.ofNullable(days).orElseThrow()));
    }
}
