package mainstay.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// A process of its own that opens a server, says so, and holds its lease until its input ends.
final class Holder {

    static void main(String[] args) throws IOException {
        try (var server =
                EmbeddedServer.open(Path.of(args[0]), Options.durable().withRuntime(Path.of(args[1])))) {
            System.out.println(server.port());
            System.in.read();
        }
    }
}
