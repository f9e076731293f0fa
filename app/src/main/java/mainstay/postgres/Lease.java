package mainstay.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// One holder's claim on the running server: a file named after its process, holding the moment that process
/// started, so that neither a dead process nor another one with its number counts. Handled only under the lock
/// of the data home.
record Lease(Path file) {

    /// The kernel's idea of a start moves a little when the machine's clock is set.
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static Lease take(Path directory) throws IOException {
        Files.createDirectories(directory);
        var self = ProcessHandle.current();
        var file = Files.createTempFile(directory, self.pid() + "-", ".lease");
        Files.writeString(file, Long.toString(startOf(self).toEpochMilli()));
        return new Lease(file);
    }

    void release() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Whether any living process holds one; the leases of the dead are cleared away.
    static boolean anyIn(Path directory) throws IOException {
        boolean any = false;
        try (var files = Files.newDirectoryStream(directory, "*.lease")) {
            for (var file : files) {
                if (isHeld(file)) {
                    any = true;
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        return any;
    }

    private static boolean isHeld(Path file) throws IOException {
        try {
            var name = file.getFileName().toString();
            long pid = Long.parseLong(name.substring(0, name.indexOf('-')));
            var started =
                    Instant.ofEpochMilli(Long.parseLong(Files.readString(file).strip()));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .map(process -> near(startOf(process), started))
                    .orElse(false);
        } catch (NumberFormatException e) {
            return false; // its holder died while writing it
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }
}
