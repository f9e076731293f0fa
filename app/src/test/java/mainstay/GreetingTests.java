package mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import mainstay.demo.SampleFirm;
import mainstay.identity.FirstAdministrator;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

@Story
class GreetingTests {

    @Autowired
    SampleFirm noSample;

    private String greeting(String bind, String publicUrl, String password) throws UnknownHostException {
        MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8081");
        Greeting greeting = new Greeting(noSample, environment, InetAddress.getByName(bind), publicUrl);
        return String.join("\n", greeting.lines(made(password)));
    }

    private static FirstAdministrator.@Nullable Made made(String password) {
        return switch (password) {
            case "" -> null;
            case "set" -> new FirstAdministrator.Made(null);
            default -> new FirstAdministrator.Made(password);
        };
    }

    @Test
    void a_password_that_the_operator_set_is_not_printed() throws UnknownHostException {
        assertThat(greeting("127.0.0.1", "", "set"))
                .contains("admin with the password you set with MAINSTAY_ADMIN_PASSWORD")
                .doesNotContain("shown only now");
    }

    @Test
    void a_first_start_tells_the_address_the_password_and_how_to_import() throws UnknownHostException {
        assertThat(greeting("127.0.0.1", "", "abcde-fghij"))
                .contains("http://127.0.0.1:8081")
                .contains("admin with the password abcde-fghij")
                .contains("bin/mainstay import FILE")
                .doesNotContain("Warning");
    }

    @Test
    void a_later_start_shows_no_password() throws UnknownHostException {
        assertThat(greeting("127.0.0.1", "", "")).doesNotContain("password");
    }

    @Test
    void an_open_door_without_a_public_address_is_warned_of() throws UnknownHostException {
        assertThat(greeting("0.0.0.0", "", "")).contains("Warning").contains("MAINSTAY_PUBLIC_URL");
        assertThat(greeting("0.0.0.0", "https://kam.example.com", ""))
                .contains("https://kam.example.com")
                .doesNotContain("Warning");
    }

    @Test
    void a_port_that_cannot_be_had_is_told_in_one_sentence() {
        assertThat(CannotStart.onPort("127.0.0.1", 8080, "Address already in use"))
                .hasMessageContaining("taken");
        assertThat(CannotStart.onPort("127.0.0.1", 80, "Permission denied")).hasMessageContaining("No permission");
        assertThat(CannotStart.onPort("10.9.9.9", 8080, "Cannot assign requested address"))
                .hasMessageContaining("MAINSTAY_BIND");
    }
}
