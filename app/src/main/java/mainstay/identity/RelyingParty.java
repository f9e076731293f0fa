package mainstay.identity;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.shared.BadSetting;
import mainstay.shared.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// For which address passkeys are made. Devices bind them to a name, so that a page elsewhere never gets them: the host
/// of the public address, or `localhost` where nothing stands in front.
@Component
final class RelyingParty {

    private static final String HERE = "localhost";

    private final String id;
    private final Set<String> origins;

    /// @param id      MAINSTAY_PASSKEY_DOMAIN, for a domain above the host
    /// @param origins MAINSTAY_PASSKEY_ORIGINS, where pages are reached by several addresses of that domain
    RelyingParty(
            PublicAddress address,
            @Value("${server.port:8080}") int port,
            @Value("${mainstay.passkey-domain:}") String id,
            @Value("${mainstay.passkey-origins:}") String origins) {
        String usual = address.url().isBlank() ? "http://%s:%d".formatted(HERE, port) : origin(address.url());
        this.origins = origins.isBlank()
                ? Set.of(usual)
                : Arrays.stream(origins.strip().split("[,\\s]+"))
                        .map(RelyingParty::origin)
                        .collect(Collectors.toUnmodifiableSet());
        String host = URI.create(usual).getHost();
        this.id = id.isBlank() ? (host == null ? HERE : host) : id.strip().toLowerCase(Locale.ROOT);
    }

    String id() {
        return id;
    }

    Set<String> origins() {
        return origins;
    }

    /// @throws BadSetting where it is no address of a server
    private static String origin(String address) {
        try {
            URI uri = URI.create(address.strip());
            if (uri.getHost() != null && uri.getScheme() != null) {
                return "%s://%s%s"
                        .formatted(
                                uri.getScheme().toLowerCase(Locale.ROOT),
                                uri.getHost().toLowerCase(Locale.ROOT),
                                uri.getPort() < 0 ? "" : ":" + uri.getPort());
            }
        } catch (IllegalArgumentException unreadable) {
            // said below
        }
        throw new BadSetting(
                "%s is no address like https://kam.example.com: look at MAINSTAY_PUBLIC_URL and".formatted(address)
                        + " MAINSTAY_PASSKEY_ORIGINS.");
    }
}
