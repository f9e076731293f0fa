package mainstay.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Somebody who may sign in.
///
/// @param name     what they sign in with, in lower case
/// @param locale   chosen language; null follows the browser
/// @param theme    `light`, `dark` or `auto`
public record User(
        long id,
        String name,
        String fullName,
        Role role,
        @Nullable String locale,
        String theme,
        Instant createdAt,
        Instant credentialsChangedAt,
        @Nullable Instant disabledAt) {

    public boolean isEnabled() {
        return disabledAt == null;
    }

    /// Whether somebody is all the firm has: nobody else may sign in. What needs a second person is decided
    /// by that one then, and recorded.
    ///
    /// @param somebody null for who is nobody of the firm
    /// @param people   everybody, shut out or not
    public static boolean isAlone(@Nullable Long somebody, Collection<User> people) {
        return somebody != null
                && people.stream()
                        .filter(User::isEnabled)
                        .map(User::id)
                        .toList()
                        .equals(List.of(somebody));
    }

    public @Nullable Locale language() {
        return locale == null ? null : Locale.forLanguageTag(locale);
    }
}
