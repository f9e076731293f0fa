package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import mainstay.shared.web.PublicAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;

class SecureTransportTests {

    private static final String HTTPS = "https://kam.example.com";

    @Test
    void behind_https_the_session_travels_by_nothing_else_and_to_no_other_host() {
        assertThat(sessionCookie(HTTPS))
                .startsWith("__Host-MAINSTAY_SESSION=")
                .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(csrfCookie(HTTPS)).startsWith("__Host-XSRF-TOKEN=").contains("Secure", "HttpOnly", "Path=/");
        assertThat(strictTransport(HTTPS)).isEqualTo("max-age=31536000");
    }

    @Test
    void on_the_own_machine_it_works_without() {
        assertThat(sessionCookie("")).startsWith("MAINSTAY_SESSION=").doesNotContain("Secure");
        assertThat(csrfCookie("http://10.0.0.5:8080")).startsWith("XSRF-TOKEN=").doesNotContain("Secure");
        assertThat(strictTransport("")).isEmpty();
    }

    private static String sessionCookie(String publicUrl) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        new SecureTransport(new PublicAddress(publicUrl)).customize(cookies);
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "session"));
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }

    private static String csrfCookie(String publicUrl) {
        var tokens = new SecureTransport(new PublicAddress(publicUrl)).csrfTokens();
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        tokens.saveToken(tokens.generateToken(request), request, response);
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }

    private static String strictTransport(String publicUrl) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecureTransport(new PublicAddress(publicUrl))
                .strictTransport()
                .writeHeaders(new MockHttpServletRequest(), response);
        return Objects.requireNonNullElse(response.getHeader("Strict-Transport-Security"), "");
    }
}
