package mainstay.shared.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// What the web server refuses on its own looks like everything else.
@Story
class RefusalValveTests {

    @Autowired
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals;

    private WebServer server;

    @BeforeEach
    void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        refusals.customize(factory);
        server = factory.getWebServer();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String answer(String target) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void programs_get_a_problem() throws IOException {
        assertThat(answer("/api/v1/accounts/a%2Fb"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:mainstay:problem:http-400", "/api/v1/accounts/a%2Fb");
    }

    @Test
    void people_get_our_page() throws IOException {
        assertThat(answer("/accounts/%00"))
                .startsWith("HTTP/1.1 400")
                .contains("Mainstay", "Back to the start", "X-Content-Type-Options: nosniff", "frame-ancestors 'none'")
                .doesNotContain("Tomcat", "HTTP Status");
    }

    @Test
    void an_address_without_end_is_refused_likewise() throws IOException {
        assertThat(answer("/accounts?q=" + "x".repeat(20_000)))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Tomcat", "HTTP Status");
    }
}
