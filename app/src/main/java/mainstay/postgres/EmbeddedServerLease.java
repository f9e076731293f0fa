package mainstay.postgres;

import org.jspecify.annotations.Nullable;

/// Holds the embedded server for as long as the application runs; nothing where the operator brings a server.
record EmbeddedServerLease(@Nullable EmbeddedServer server) implements AutoCloseable {

    static EmbeddedServerLease on(EmbeddedServer server) {
        return new EmbeddedServerLease(server);
    }

    static EmbeddedServerLease none() {
        return new EmbeddedServerLease(null);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
