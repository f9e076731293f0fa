package mainstay.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The places in a data home. Only `postgres` belongs to the server's user; the rest belongs to whoever runs the
/// application.
record Home(Path root) {

    private static final long ROOM_NEEDED = 256L << 20;

    static Home prepare(Path root) {
        try {
            var absolute = root.toAbsolutePath().normalize();
            if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
                throw new DatabaseUnavailable(
                        "%s is not a directory. Name another place with MAINSTAY_HOME.".formatted(absolute));
            }
            if (Files.notExists(absolute)) {
                Files.createDirectories(absolute);
                permit(absolute, "rwx------");
            }
            return new Home(absolute.toRealPath());
        } catch (IOException e) {
            throw DatabaseUnavailable.because(root, e);
        }
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path leases() {
        return root.resolve("leases");
    }

    Path ownerPassword() {
        return root.resolve("owner-password");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path data() {
        return postgres().resolve("data");
    }

    Path socket() {
        return postgres().resolve("socket");
    }

    Path log() {
        return postgres().resolve("server.log");
    }

    boolean hasData() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    void requireRoom() throws IOException {
        if (Files.getFileStore(root).getUsableSpace() < ROOM_NEEDED) {
            throw DatabaseUnavailable.diskFull(root);
        }
    }

    /// The user who runs this process, by the owner of a file just made: a JVM has no other portable way to tell.
    int currentUser() throws IOException {
        var probe = Files.createTempFile(root, ".probe", "");
        try {
            return owner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    static int owner(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }

    Optional<String> noted(String name) throws IOException {
        var file = root.resolve(name);
        return Files.exists(file)
                ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    void note(String name, String value) throws IOException {
        var fresh = Files.createTempFile(root, name, ".new"); // readable by its owner only
        Files.writeString(fresh, value + "\n");
        Files.move(fresh, root.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
