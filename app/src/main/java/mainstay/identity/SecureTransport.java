package mainstay.identity;

import java.time.Duration;
import mainstay.shared.web.PublicAddress;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/// Where people reach the pages by HTTPS, cookies never travel without it, belong to this host alone, and
/// browsers are told to stay with it.
@Component
class SecureTransport implements DefaultCookieSerializerCustomizer {

    static final String SESSION = "MAINSTAY_SESSION";
    static final String CSRF = "XSRF-TOKEN";

    /// Browsers take such a cookie only when it is secure, for the whole host, and for no other.
    private static final String OF_THIS_HOST = "__Host-";

    private final boolean secure;

    SecureTransport(PublicAddress address) {
        this.secure = address.isSecure();
    }

    @Override
    public void customize(DefaultCookieSerializer cookies) {
        cookies.setCookieName(name(SESSION));
        cookies.setCookiePath("/");
        if (secure) {
            cookies.setUseSecureCookie(true);
        }
    }

    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name(CSRF));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax");
            if (secure) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    HeaderWriter strictTransport() {
        HstsHeaderWriter writer = new HstsHeaderWriter(
                AnyRequestMatcher.INSTANCE, Duration.ofDays(365).toSeconds(), false);
        return secure ? writer : (request, response) -> {};
    }

    private String name(String cookie) {
        return secure ? OF_THIS_HOST + cookie : cookie;
    }
}
