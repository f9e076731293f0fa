package mainstay.identity;

import java.net.URI;
import mainstay.shared.BadSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The identity server of the firm, as the operator names it.
///
/// @param issuer   its address; empty where there is none
/// @param label    how its button is called
/// @param claim    which word of it is the name that people sign in with here
/// @param addUsers whether whoever it knows and nobody does here becomes a viewer
@Component
record ProviderSettings(
        @Value("${mainstay.oidc.issuer:}") String issuer,
        @Value("${mainstay.oidc.client-id:}") String clientId,
        @Value("${mainstay.oidc.client-secret:}") String clientSecret,
        @Value("${mainstay.oidc.label:}") String label,
        @Value("${mainstay.oidc.claim:preferred_username}") String claim,
        @Value("${mainstay.oidc.add-users:false}") boolean addUsers) {

    ProviderSettings {
        if (!issuer.isBlank()) {
            if (clientId.isBlank() || clientSecret.isBlank()) {
                throw new BadSetting("MAINSTAY_OIDC_ISSUER is set: MAINSTAY_OIDC_CLIENT_ID and"
                        + " MAINSTAY_OIDC_CLIENT_SECRET have to be set too.");
            }
            if (!isSafe(issuer)) {
                throw new BadSetting(
                        "MAINSTAY_OIDC_ISSUER cannot be %s: it has to begin with https://.".formatted(issuer));
            }
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    /// On the way to the machine itself nobody listens.
    private static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address.strip());
            String host = uri.getHost();
            boolean here = "localhost".equals(host) || "127.0.0.1".equals(host);
            return host != null && ("https".equals(uri.getScheme()) || (here && "http".equals(uri.getScheme())));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
