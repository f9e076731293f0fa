package mainstay.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Somebody at the identity server of the firm, as it told them.
///
/// @param issuer the server
/// @param name   null where it tells none, like the mail
public record ProviderAccount(
        String issuer,
        String subject,
        @Nullable String name,
        @Nullable String mail) implements Serializable {

    private static final int LONGEST = 200;

    static ProviderAccount of(String issuer, String subject, OidcUser person) {
        @Nullable String name = readable(person.getFullName());
        return new ProviderAccount(
                issuer,
                subject,
                name == null ? readable(person.getPreferredUsername()) : name,
                readable(person.getEmail()));
    }

    /// What nobody sees could make one look like another.
    private static @Nullable String readable(@Nullable String told) {
        String text = told == null ? "" : told.replaceAll("\\p{C}", "").strip();
        int length = Math.min(LONGEST, text.codePointCount(0, text.length()));
        return text.isEmpty() ? null : text.substring(0, text.offsetByCodePoints(0, length));
    }

    /// By what its owner knows it; the number where the server tells nothing else.
    public String shown() {
        if (name != null) {
            return mail == null || mail.equals(name) ? name : name + ", " + mail;
        }
        return mail == null ? subject : mail;
    }
}
