package mainstay.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// A lease on the PostgreSQL server of one data home, which is running for as long as anybody holds one.
public final class EmbeddedServer implements AutoCloseable {

    /// The role that owns the server: it migrates; the application never works as it.
    public static final String OWNER = Cluster.OWNER;

    private final Cluster cluster;
    private final Lease lease;
    private final int port;
    private final String ownerPassword;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(Cluster cluster, Lease lease, int port, String ownerPassword) {
        this.cluster = cluster;
        this.lease = lease;
        this.port = port;
        this.ownerPassword = ownerPassword;
    }

    /// Attaches to the running server of the data home, or creates and starts it.
    public static EmbeddedServer open(Path dataHome, Options options) {
        var home = Home.prepare(dataHome);
        var runtime = options.runtime();
        var binaries = Binaries.unpackedBelow(runtime == null ? home.root().resolve("runtime") : runtime);
        try (var _ = HomeLock.acquire(home.lock())) {
            HomeReplacement.finish(home);
            var lease = Lease.take(home.leases());
            try {
                var cluster = new Cluster(home, binaries, RunAs.in(home), options);
                int port = cluster.ensureRunning();
                var server = new EmbeddedServer(cluster, lease, port, cluster.ownerPassword());
                if (!options.keepsData()) {
                    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "embedded-postgres-stop"));
                }
                return server;
            } catch (IOException | RuntimeException e) {
                lease.release();
                throw e;
            }
        } catch (IOException e) {
            throw DatabaseUnavailable.because(home.root(), e);
        }
    }

    public int port() {
        return port;
    }

    public String ownerPassword() {
        return ownerPassword;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// Gives the lease back; the last holder stops the server. Close the connection pool first.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        var home = cluster.home();
        try (var _ = HomeLock.acquire(home.lock())) {
            lease.release();
            if (!Lease.anyIn(home.leases())) {
                cluster.stop();
            }
        } catch (IOException e) {
            throw DatabaseUnavailable.because(home.root(), e);
        }
    }
}
