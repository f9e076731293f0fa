package mainstay;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import mainstay.demo.SampleFirm;
import mainstay.identity.Acting;
import mainstay.identity.FirstAdministrator;
import mainstay.identity.OperatorSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What happens before the door opens: the port is free, somebody can sign in, and a sample is loaded whole.
/// Then the greeting is printed.
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "mainstay.opening", matchIfMissing = true)
class Opening implements SmartLifecycle {

    private final OperatorSettings settings;
    private final FirstAdministrator administrator;
    private final SampleFirm sample;
    private final Greeting greeting;
    private final InetAddress address;
    private final int port;
    private volatile boolean open;
    private FirstAdministrator.@Nullable Made made;

    Opening(
            OperatorSettings settings,
            FirstAdministrator administrator,
            SampleFirm sample,
            Greeting greeting,
            @Value("${server.address}") InetAddress address,
            @Value("${server.port}") int port) {
        this.settings = settings;
        this.administrator = administrator;
        this.sample = sample;
        this.greeting = greeting;
        this.address = address;
        this.port = port;
    }

    /// Long before the web server starts to listen.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        requireFreePort();
        made = firstAdministrator().orElse(null);
        sample.ensureThere(Opening::say);
        open = true;
    }

    private Optional<FirstAdministrator.Made> firstAdministrator() {
        return Acting.asOperator(() -> {
            settings.settle();
            return administrator.ensure();
        });
    }

    private void requireFreePort() {
        if (port <= 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw CannotStart.onPort(address.getHostAddress(), port, String.valueOf(taken.getMessage()));
        } catch (IOException failed) {
            throw new CannotStart("Nothing can listen on %s:%d: %s".formatted(address, port, failed.getMessage()));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        greeting.lines(made).forEach(Opening::say);
        made = null;
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
