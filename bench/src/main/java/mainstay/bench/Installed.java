package mainstay.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The packaged application with a data home of its own.
final class Installed implements AutoCloseable {

    static final String PASSWORD = "harbour-lantern-42";

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private final Path home;
    private final Path log;
    private @Nullable Process server;
    private int port;
    private double lastCommandPeak;
    private boolean background = true;

    Installed(Path home) throws IOException {
        this.home = home;
        this.log = home.resolveSibling(home.getFileName() + ".log");
        Files.createDirectories(home);
    }

    static Installed empty(Path home) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return new Installed(home);
    }

    /// What follows imports by itself, search keys and ratings, would take the machine from what is measured.
    Installed withoutBackground() {
        background = false;
        return this;
    }

    /// Starts the server and waits until it answers. Keeps the database running for the commands that follow.
    void start() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process started = process(List.of(ROOT.resolve("bin/run").toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        server = started;
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ready(client)) {
                if (!started.isAlive()) {
                    throw new IllegalStateException("the application did not start; see " + log);
                }
                Thread.sleep(200);
            }
        }
    }

    /// Runs `bin/mainstay` and returns what it printed.
    String command(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(ROOT.resolve("bin/mainstay").toString()));
        line.addAll(List.of(arguments));
        Process process =
                process(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        lastCommandPeak = 0;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            lastCommandPeak = Math.max(lastCommandPeak, new CpuClock(process.toHandle()).peakMegabytes());
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed: " + said);
        }
        return said;
    }

    /// A new password for somebody.
    String passwordOf(String user) throws IOException, InterruptedException {
        return command("user", "password", user).strip().replaceFirst(".*: ", "");
    }

    /// The largest resident memory of the last command, in megabytes.
    double lastCommandPeak() {
        return lastCommandPeak;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    ProcessHandle application() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.toHandle();
    }

    ProcessHandle database() throws IOException {
        String first = Files.readAllLines(data().resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
    }

    /// As the owner, past all policies.
    Connection connect() throws IOException, SQLException {
        String databasePort = Files.readString(place().resolve("port")).strip();
        String password = Files.readString(place().resolve("owner-password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/mainstay", "mainstay_owner", password);
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
            server.onExit().orTimeout(2, TimeUnit.MINUTES).join();
        }
    }

    private Path place() {
        return home.resolve("database");
    }

    private Path data() {
        return place().resolve("postgres").resolve("data");
    }

    private ProcessBuilder process(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line).directory(ROOT.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAINSTAY_"));
        builder.environment().put("MAINSTAY_HOME", home.toString());
        builder.environment().put("MAINSTAY_PORT", String.valueOf(port));
        builder.environment().put("MAINSTAY_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("MAINSTAY_BACKGROUND", String.valueOf(background));
        return builder;
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
