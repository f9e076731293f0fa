package mainstay;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import mainstay.demo.SampleFirm;
import mainstay.identity.FirstAdministrator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The lines on the terminal when the server is up: where it is, how to get in, what to do or see first.
@Component
class Greeting {

    private final SampleFirm sample;
    private final Environment environment;
    private final InetAddress address;
    private final String publicUrl;

    Greeting(
            SampleFirm sample,
            Environment environment,
            @Value("${server.address}") InetAddress address,
            @Value("${mainstay.public-url:}") String publicUrl) {
        this.sample = sample;
        this.environment = environment;
        this.address = address;
        this.publicUrl = publicUrl;
    }

    /// @param administrator who was just made, or null
    List<String> lines(FirstAdministrator.@Nullable Made administrator) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Mainstay is up at " + address());
        if (isExposed()) {
            lines.add(
                    "Warning: it answers other machines without HTTPS, so passwords can be read on the way. Put a proxy"
                            + " with HTTPS in front of it and name its address with MAINSTAY_PUBLIC_URL.");
        }
        if (sample.isAsked()) {
            lines.addAll(ofSample());
        } else {
            lines.addAll(ofFirm(administrator));
        }
        lines.add("");
        lines.add("Ctrl+C stops it; the next start keeps everything.");
        return lines;
    }

    private List<String> ofSample() {
        List<String> lines = new ArrayList<>();
        lines.add("Sign in as");
        sample.signIns().forEach(line -> lines.add("  " + line));
        List<String> findings = sample.findings();
        if (!findings.isEmpty()) {
            lines.add("");
            lines.add("First findings");
            findings.forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static List<String> ofFirm(FirstAdministrator.@Nullable Made administrator) {
        List<String> lines = new ArrayList<>();
        if (administrator != null) {
            String password = administrator.generated() == null
                    ? "the password you set with MAINSTAY_ADMIN_PASSWORD (change it in your profile)."
                    : "the password %s (shown only now; change it in your profile)."
                            .formatted(administrator.generated());
            lines.add("Sign in as %s with %s".formatted(FirstAdministrator.NAME, password));
        }
        lines.add("Bring your ledger with bin/mainstay import FILE, or look around first with bin/run --sample.");
        return lines;
    }

    private boolean isExposed() {
        return !address.isLoopbackAddress() && publicUrl.isBlank();
    }

    private String address() {
        if (!publicUrl.isBlank()) {
            return publicUrl;
        }
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + shown + ":" + environment.getProperty("local.server.port", "8080");
    }
}
