package mainstay.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import mainstay.shared.BadSetting;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// A proxy at 10.0.0.7 and one at 2001:db8::7 are ours; who else sends such headers lies for all we know.
class ForwardedRequestsTests {

    private static final String OURS = "10.0.0.0/24, 2001:db8::7";

    @Test
    void a_trusted_proxy_tells_who_asked_and_how() throws Exception {
        HttpServletRequest seen = through(OURS, request("10.0.0.7", "203.0.113.9", "https"));

        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRequestURL()).hasToString("https://kam.example.com/accounts");
    }

    @Test
    void a_stranger_is_where_the_connection_comes_from_whatever_it_says() throws Exception {
        HttpServletRequest seen = through(OURS, request("203.0.113.66", "198.51.100.1", "https"));

        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.66");
        assertThat(seen.isSecure()).isFalse();
    }

    @Test
    void nobody_is_trusted_unless_the_operator_says_so() throws Exception {
        assertThat(through("", request("127.0.0.1", "198.51.100.1", "https")).getRemoteAddr())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void what_the_client_wrote_itself_stands_left_of_what_the_proxies_added() throws Exception {
        assertThat(client("198.51.100.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("198.51.100.1, 203.0.113.9, 10.0.0.8")).isEqualTo("203.0.113.9");
        assertThat(client("198.51.100.1, nonsense, 10.0.0.8")).isEqualTo("10.0.0.8");
        assertThat(client("10.0.0.9")).isEqualTo("10.0.0.9");
        assertThat(client("203.0.113.9:51234")).isEqualTo("203.0.113.9");
        assertThat(client("[2001:db8::1]:443")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(client("localhost")).isEqualTo("10.0.0.7");
    }

    @Test
    void a_proxy_may_speak_ipv6() throws Exception {
        assertThat(through(OURS, request("2001:db8:0:0:0:0:0:7", "203.0.113.9", "http"))
                        .getRemoteAddr())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void a_setting_that_is_no_network_stops_the_start() {
        for (String wrong : new String[] {"proxy.local", "10.0.0.0/99", "10.0.0.0/-1", "10.0.0.0/x"}) {
            assertThatThrownBy(() -> new TrustedProxies(wrong))
                    .as(wrong)
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining(wrong);
        }
    }

    private static String client(String forwardedFor) throws ServletException, IOException {
        return through(OURS, request("10.0.0.7", forwardedFor, "http")).getRemoteAddr();
    }

    private static MockHttpServletRequest request(String from, String forwardedFor, String protocol) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/accounts");
        request.setServerName("kam.example.com");
        request.addHeader("Host", "kam.example.com");
        request.setRemoteAddr(from);
        request.addHeader("X-Forwarded-For", forwardedFor);
        request.addHeader("X-Forwarded-Proto", protocol);
        return request;
    }

    private static HttpServletRequest through(String trusted, MockHttpServletRequest request)
            throws ServletException, IOException {
        MockFilterChain chain = new MockFilterChain();
        new ForwardedRequests(new TrustedProxies(trusted)).doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}
