package mainstay.shared.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainstay.shared.BadSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The machines whose word about where a request came from is taken: addresses and networks in
/// MAINSTAY_TRUSTED_PROXIES, none by default.
@Component
final class TrustedProxies {

    private final List<Network> networks;

    TrustedProxies(@Value("${mainstay.trusted-proxies:}") String setting) {
        this.networks = Arrays.stream(setting.strip().split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(TrustedProxies::network)
                .toList();
    }

    private static Network network(String word) {
        try {
            return Network.parse(word);
        } catch (IllegalArgumentException unreadable) {
            throw new BadSetting("MAINSTAY_TRUSTED_PROXIES: %s is neither an address nor a network like 10.0.0.0/8."
                    .formatted(word));
        }
    }

    boolean trusts(@Nullable String address) {
        return address != null
                && literal(address)
                        .filter(known -> networks.stream().anyMatch(network -> network.contains(known)))
                        .isPresent();
    }

    /// The nearest machine that is no trusted proxy. What stands further left in the header is hearsay.
    ///
    /// @param remote       who sent the request: a trusted proxy
    /// @param forwardedFor values of X-Forwarded-For; each proxy adds at the end
    String client(String remote, Collection<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList();
        String nearest = remote;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = literal(withoutPort(hop.strip()));
            if (address.isEmpty()) {
                return nearest;
            }
            nearest = address.get().getHostAddress();
            if (!trusts(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
