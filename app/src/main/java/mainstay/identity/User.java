package mainstay.identity;

import java.time.Instant;
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

    public @Nullable Locale language() {
        return locale == null ? null : Locale.forLanguageTag(locale);
    }
}
