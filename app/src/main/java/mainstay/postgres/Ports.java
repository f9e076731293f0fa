package mainstay.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of this machine nobody listens on.
final class Ports {

    private Ports() {}

    /// The preferred one while it is free. Others are drawn from below the ranges that systems give to outgoing
    /// connections, so that the next start finds them free as well.
    static int free(Optional<Integer> preferred) {
        if (preferred.isPresent() && isFree(preferred.get())) {
            return preferred.get();
        }
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
        } while (!isFree(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
