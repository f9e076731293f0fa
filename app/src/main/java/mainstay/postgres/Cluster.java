package mainstay.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The data directory of one home and the server in it. Used only under the lock of the home.
record Cluster(Home home, Binaries binaries, RunAs runAs, Options options) {

    static final String OWNER = "mainstay_owner";

    private static final Duration START_RETRIES = Duration.ofSeconds(10);
    private static final Duration CRASH_RECOVERY = Duration.ofMinutes(10);
    private static final String PASSWORD_NOTE = "owner-password";
    private static final String PORT_NOTE = "port";

    String ownerPassword() throws IOException {
        return home.noted(PASSWORD_NOTE)
                .orElseThrow(() ->
                        new DatabaseUnavailable("The password of the database is missing: restore %s from a backup."
                                .formatted(home.ownerPassword())));
    }

    /// Creates what is missing and returns the port of the running server.
    int ensureRunning() throws IOException {
        if (!home.hasData()) {
            create();
        }
        var recovery = Deadline.in(CRASH_RECOVERY);
        var retries = Deadline.in(START_RETRIES);
        while (true) {
            var postmaster = Postmaster.in(home.data());
            if (postmaster.isPresent() && postmaster.get().isAlive()) {
                if (postmaster.get().isReady()) {
                    return postmaster.get().port();
                }
                if (recovery.passed()) {
                    throw new DatabaseUnavailable("The database in %s has not become ready in ten minutes: see %s."
                            .formatted(home.root(), home.log()));
                }
            } else {
                if (postmaster.isPresent()) {
                    postmaster.get().disown();
                }
                start(retries);
            }
            Deadline.pause(100);
        }
    }

    private void create() throws IOException {
        home.requireRoom();
        if (home.noted(PASSWORD_NOTE).isEmpty()) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            home.note(PASSWORD_NOTE, HexFormat.of().formatHex(secret));
        }
        ownDirectory(home.postgres());
        var fresh = home.postgres().resolve("data.new");
        Trees.delete(fresh);
        ownDirectory(fresh);
        var password = home.postgres().resolve("initial-password");
        Files.deleteIfExists(password);
        Files.writeString(password, ownerPassword());
        Home.permit(password, "rw-------");
        runAs.give(password);
        try {
            var outcome = run("initdb", initialise(fresh, password));
            if (!outcome.succeeded()) {
                throw explained("cannot be created", outcome.output());
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, home.data(), ATOMIC_MOVE);
    }

    private List<String> initialise(Path directory, Path password) {
        var onMac = System.getProperty("os.name", "").startsWith("Mac");
        var arguments = new ArrayList<>(List.of(
                "--pgdata=" + directory,
                "--username=" + OWNER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + (onMac ? "en_US.UTF-8" : "C.UTF-8"),
                "--no-instructions"));
        if (!options.keepsData()) {
            arguments.add("--no-sync");
        }
        return arguments;
    }

    private void start(Deadline retries) throws IOException {
        home.requireRoom();
        int port = Ports.free(home.noted(PORT_NOTE).map(Integer::parseInt));
        ownDirectory(home.socket());
        write(home.data().resolve("postgresql.conf"), new ServerSettings(home, options, port).text());
        var log = new ServerLog(home.log());
        log.rotate();
        long logged = log.size();
        var outcome = run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + home.data(),
                        "--log=" + home.log(),
                        "--wait",
                        "--timeout=" + CRASH_RECOVERY.toSeconds(),
                        "--silent"));
        if (outcome.succeeded()) {
            home.note(PORT_NOTE, Integer.toString(port));
            return;
        }
        var said = outcome.output() + log.since(logged);
        if (retries.passed()
                || DatabaseUnavailable.speaksOfFullDisk(said)
                || said.contains("incompatible with server")) {
            throw explained("does not start", said);
        }
        Deadline.pause(250);
    }

    void stop() throws IOException {
        var postmaster = Postmaster.in(home.data());
        if (postmaster.isEmpty() || !postmaster.get().isAlive()) {
            return;
        }
        var outcome = run(
                "pg_ctl",
                List.of("stop", "--pgdata=" + home.data(), "--mode=fast", "--wait", "--timeout=120", "--silent"));
        if (!outcome.succeeded()) {
            throw explained("does not stop", outcome.output());
        }
    }

    private Command.Outcome run(String program, List<String> arguments) throws IOException {
        var line = new ArrayList<>(runAs.prefix());
        line.add(binaries.program(program).toString());
        line.addAll(arguments);
        return Command.run(line, home.postgres(), CRASH_RECOVERY.plusMinutes(1));
    }

    private void ownDirectory(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectory(directory);
            Home.permit(directory, "rwx------");
            runAs.give(directory);
        }
    }

    private void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Home.permit(fresh, "rw-------");
        runAs.give(fresh);
        Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private DatabaseUnavailable explained(String what, String said) {
        if (DatabaseUnavailable.speaksOfFullDisk(said)) {
            return DatabaseUnavailable.diskFull(home.root());
        }
        return new DatabaseUnavailable(
                "The database in %s %s. PostgreSQL says: %s. If this machine cannot run it, name a server with MAINSTAY_DATABASE_URL."
                        .formatted(home.root(), what, said.strip()));
    }
}
