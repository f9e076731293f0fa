package mainstay.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mainstay.identity.IdentityServer;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;

/// The packaged application in a process of its own, with an empty data home below `target`. While stories
/// are written,
/// `-Dmainstay.stories.at=URL` names a sample that runs already.
final class RunningMainstay implements AutoCloseable {

    static final String PASSWORD = "harbour-lantern-42";

    /// The first start of a build also unfolds and trains it.
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final @Nullable Process process;
    private final @Nullable IdentityServer identities;
    private final String url;
    private final Path home;
    private final Path log;

    private RunningMainstay(
            @Nullable Process process, @Nullable IdentityServer identities, String url, Path home, Path log) {
        this.process = process;
        this.identities = identities;
        this.url = url;
        this.home = home;
        this.log = log;
    }

    static RunningMainstay start(Firm firm) {
        String running = System.getProperty("mainstay.stories.at", "");
        if (firm == Firm.SAMPLE && !running.isEmpty()) {
            return new RunningMainstay(
                    null, null, running, Path.of(""), Path.of(System.getProperty("mainstay.stories.log", "")));
        }
        String name = firm.name().toLowerCase(Locale.ROOT);
        try {
            Path target = Files.createDirectories(Repository.root().resolve("e2e/target"));
            Path home = target.resolve("home-" + name);
            Path log = target.resolve("mainstay-" + name + ".log");
            deleteAll(home);
            int port = freePort();
            List<String> command =
                    new ArrayList<>(List.of(Repository.root().resolve("bin/run").toString()));
            command.addAll(firm.arguments());
            String url = "http://127.0.0.1:" + port;
            IdentityServer identities = firm == Firm.FEDERATED ? identities(url) : null;
            Process process = process(command, home, log, port, asked(identities));
            RunningMainstay started = new RunningMainstay(process, identities, url, home, log);
            started.awaitReadiness(process);
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static IdentityServer identities(String url) throws IOException {
        try {
            return new IdentityServer(url);
        } catch (LifecycleException failure) {
            throw new IOException(failure);
        }
    }

    /// The settings by which an operator names it.
    private static Map<String, String> asked(@Nullable IdentityServer identities) {
        return identities == null
                ? Map.of()
                : Map.of(
                        "MAINSTAY_OIDC_ISSUER",
                        identities.issuer(),
                        "MAINSTAY_OIDC_CLIENT_ID",
                        IdentityServer.CLIENT,
                        "MAINSTAY_OIDC_CLIENT_SECRET",
                        IdentityServer.SECRET,
                        "MAINSTAY_OIDC_LABEL",
                        "Harbour ID");
    }

    String url() {
        return url;
    }

    /// What it has printed so far.
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A second server on the database of this one, with a data home of its own.
    RunningMainstay beside() {
        try {
            Path target = Repository.root().resolve("e2e/target");
            Path otherHome = target.resolve(home.getFileName() + "-beside");
            Path otherLog = target.resolve("mainstay-" + otherHome.getFileName() + ".log");
            deleteAll(otherHome);
            int port = freePort();
            Process started = process(
                    List.of(Repository.root().resolve("bin/run").toString()),
                    otherHome,
                    otherLog,
                    port,
                    Map.of(
                            "MAINSTAY_DATABASE_URL",
                            database() + "?user=mainstay_owner&password=" + kept("owner-password")));
            RunningMainstay other = new RunningMainstay(started, null, "http://127.0.0.1:" + port, otherHome, otherLog);
            other.awaitReadiness(started);
            return other;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends it as a power cut would.
    void kill() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private String database() {
        return "jdbc:postgresql://127.0.0.1:" + kept("port") + "/mainstay";
    }

    /// A number that the database knows, past all policies.
    long count(String question) {
        try (Connection owner = DriverManager.getConnection(database(), "mainstay_owner", kept("owner-password"));
                Statement asked = owner.createStatement();
                ResultSet row = asked.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(question, failure);
        }
    }

    /// Moves the clock by which the database lets see and ends loans.
    ///
    /// @param moment a timestamp in SQL
    void moveClockTo(String moment) {
        asOwner("""
                do $$ begin
                    execute format('create or replace function identity.clock() returns timestamptz
                                    language sql stable return now() + %%L::interval', (%s) - now());
                end $$
                """.formatted(moment));
    }

    /// Says something to the database past all policies.
    private void asOwner(String statement) {
        try (Connection owner = DriverManager.getConnection(database(), "mainstay_owner", kept("owner-password"));
                Statement said = owner.createStatement()) {
            said.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    /// What the sample keeps of its database.
    private String kept(String name) {
        try {
            return Files.readString(home.resolve("samples/wide-world-importers/database")
                            .resolve(name))
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// As the greeting on the terminal says it.
    String printedPassword(String user) {
        Matcher line = Pattern.compile("(?m)^ +" + user + " +(\\S+)").matcher(output());
        if (!line.find()) {
            throw new AssertionError("no password of " + user + " was printed");
        }
        return line.group(1);
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            process.onExit().get(1, TimeUnit.MINUTES);
        } catch (TimeoutException | ExecutionException | InterruptedException failure) {
            process.destroyForcibly();
            throw new IllegalStateException("the application did not stop; see " + log, failure);
        }
        closeIdentities();
    }

    private void closeIdentities() {
        if (identities != null) {
            try {
                identities.close();
            } catch (LifecycleException failure) {
                throw new IllegalStateException("the identity server did not stop", failure);
            }
        }
    }

    private static Process process(List<String> command, Path home, Path log, int port, Map<String, String> settings)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Repository.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("MAINSTAY_"));
        builder.environment().put("MAINSTAY_HOME", home.toString());
        builder.environment().put("MAINSTAY_PORT", String.valueOf(port));
        builder.environment().put("MAINSTAY_ADMIN_PASSWORD", PASSWORD);
        builder.environment().putAll(settings);
        builder.environment().put("MAINSTAY_BUILD_LOCKED", "1"); // this very build holds the lock
        return builder.start();
    }

    private void awaitReadiness(Process process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!isReady(client)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IllegalStateException("the application did not start:\n" + output());
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the application started", interrupted);
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
