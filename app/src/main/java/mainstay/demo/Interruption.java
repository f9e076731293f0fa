package mainstay.demo;

import org.springframework.stereotype.Component;

/// Somebody stopped the process while it was starting. The application's own shutdown waits for the start to
/// end, so this ends it early.
@Component
class Interruption {

    private volatile boolean asked;

    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> asked = true, "sample-interruption"));
    }

    boolean isAsked() {
        return asked;
    }
}
