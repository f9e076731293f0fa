package mainstay.shared.web;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How people reach the pages, as the operator says with MAINSTAY_PUBLIC_URL; empty where nothing stands in
/// front.
@Component
public record PublicAddress(
        @Value("${mainstay.public-url:}") String url) {

    /// Whether browsers speak to it through TLS only.
    public boolean isSecure() {
        return url.strip().toLowerCase(Locale.ROOT).startsWith("https://");
    }
}
