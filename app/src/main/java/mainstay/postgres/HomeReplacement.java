package mainstay.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A second server inside a data home, filled while the first one stays as it is, and then put in its place. Before
/// the first file moves it is written down what moves where: a process that dies between two of them leaves the rest
/// to the next start.
public final class HomeReplacement {

    private static final List<String> PARTS = List.of("postgres", "owner-password", RunAs.NOTE);
    private static final String NOTE = "replacement";
    private static final String FRESH = "restoring";
    private static final Duration ORPHANS = Duration.ofSeconds(30);

    private final Home home;
    private final Options options;

    private HomeReplacement(Home home, Options options) {
        this.home = home;
        this.options = options;
    }

    public static HomeReplacement in(Path dataHome, Options options) {
        return new HomeReplacement(Home.prepare(dataHome), options);
    }

    /// Whether the home has a database already.
    public boolean replacesData() {
        try (var _ = HomeLock.acquire(home.lock())) {
            finish(home);
            return home.hasData();
        } catch (IOException e) {
            throw DatabaseUnavailable.because(home.root(), e);
        }
    }

    /// Whether a living process works with the database of the home.
    public boolean isInUse() {
        try (var _ = HomeLock.acquire(home.lock())) {
            return isHeld(home);
        } catch (IOException e) {
            throw DatabaseUnavailable.because(home.root(), e);
        }
    }

    /// Whether a living process fills a second server in this home.
    public boolean isBeingFilled() {
        try {
            return isHeld(fresh());
        } catch (IOException e) {
            throw DatabaseUnavailable.because(home.root(), e);
        }
    }

    private static boolean isHeld(Home home) throws IOException {
        return Files.isDirectory(home.leases()) && Lease.anyIn(home.leases());
    }

    /// The second server, empty.
    public EmbeddedServer open() {
        discard();
        try (var _ = HomeLock.acquire(home.lock())) {
            RunAs.in(home); // lets the server's user pass through
        } catch (IOException e) {
            throw DatabaseUnavailable.because(home.root(), e);
        }
        return EmbeddedServer.open(fresh().root(), options);
    }

    /// Removes the second server; also one that a killed process left running or on its way up.
    public void discard() {
        var patience = Deadline.in(ORPHANS);
        while (Files.exists(fresh().root())) {
            try {
                cluster(fresh()).stop();
                Trees.delete(fresh().root());
            } catch (IOException e) {
                if (patience.passed()) {
                    throw DatabaseUnavailable.because(home.root(), e);
                }
                Deadline.pause(250);
            }
        }
    }

    /// Puts the second server, which has been stopped, in the place of the first.
    ///
    /// @param mark by which the directory of what was there before is named
    /// @return where that lies now; nothing where there was none
    /// @throws HomeInUse when somebody has begun to work with the first one
    public Optional<Path> complete(String mark) {
        try (var _ = HomeLock.acquire(home.lock())) {
            if (isHeld(home)) {
                throw new HomeInUse(home.root());
            }
            boolean replaces = home.hasData();
            if (replaces) {
                cluster(home).stop();
            } else {
                clear(home);
            }
            var aside = home.root().resolve("before-" + mark);
            home.note(NOTE, FRESH + "\n" + aside.getFileName());
            finish(home);
            return replaces ? Optional.of(aside) : Optional.empty();
        } catch (IOException e) {
            throw DatabaseUnavailable.because(home.root(), e);
        }
    }

    /// What a home without data may have, nobody needs.
    private static void clear(Home home) throws IOException {
        for (var part : PARTS) {
            Trees.delete(home.root().resolve(part));
        }
    }

    private Cluster cluster(Home of) throws IOException {
        var runtime = options.runtime();
        var binaries = Binaries.unpackedBelow(runtime == null ? home.root().resolve("runtime") : runtime);
        return new Cluster(of, binaries, RunAs.in(of), options);
    }

    private Home fresh() {
        return new Home(home.root().resolve(FRESH));
    }

    /// Moves what is still to be moved. Used only under the lock of the home.
    static void finish(Home home) throws IOException {
        var note = home.noted(NOTE);
        if (note.isEmpty()) {
            return;
        }
        var names = note.get().lines().toList();
        var fresh = home.root().resolve(names.getFirst());
        var aside = home.root().resolve(names.getLast());
        for (var part : PARTS) {
            move(fresh.resolve(part), home.root().resolve(part), aside);
        }
        Files.delete(home.root().resolve(NOTE));
        Trees.delete(fresh);
    }

    private static void move(Path arriving, Path place, Path aside) throws IOException {
        if (Files.notExists(arriving)) {
            return; // has moved already
        }
        if (Files.exists(place)) {
            if (Files.notExists(aside)) {
                Files.createDirectory(aside);
                Home.permit(aside, "rwx------");
            }
            Files.move(place, aside.resolve(place.getFileName()), ATOMIC_MOVE);
        }
        Files.move(arriving, place, ATOMIC_MOVE);
    }
}
