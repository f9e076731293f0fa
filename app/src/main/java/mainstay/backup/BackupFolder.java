package mainstay.backup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.shared.Problem;

/// The directory of the nightly backups. Only what bears the name of one is ever removed from it, and what a killed
/// process left half written.
record BackupFolder(Path root) {

    static final String PART = ".part";

    private static final String NIGHTLY = "mainstay-nightly-";
    private static final String BY_HAND = "mainstay-";
    private static final String ENDING = ".zip";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss");
    private static final Duration ABANDONED = Duration.ofDays(1);

    Path nightly(LocalDateTime at) {
        return root.resolve(NIGHTLY + MOMENT.format(at) + ENDING);
    }

    static String nameByHand(LocalDateTime at) {
        return BY_HAND + MOMENT.format(at) + ENDING;
    }

    /// Whether somebody who wrote this meant a file, not a directory.
    static boolean isFileName(Path place) {
        return place.toString().endsWith(ENDING);
    }

    void prepare() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                if (isPosix(root)) {
                    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (FileAlreadyExistsException file) {
            throw new Problem.Invalid("backup.noPlace", root);
        } catch (IOException failed) {
            throw Troubles.writing(root, failed);
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Removes the nightly backups that are kept no longer.
    ///
    /// @return what was removed
    List<Path> thin(Retention retention) throws IOException {
        Map<LocalDateTime, Path> made = new HashMap<>();
        for (Path file : inside()) {
            String name = file.getFileName().toString();
            if (name.startsWith(NIGHTLY) && name.endsWith(ENDING)) {
                try {
                    made.put(
                            LocalDateTime.parse(
                                    name.substring(NIGHTLY.length(), name.length() - ENDING.length()), MOMENT),
                            file);
                } catch (DateTimeParseException somethingElse) {
                    // not ours to remove
                }
            }
        }
        Set<LocalDateTime> kept = retention.kept(made.keySet());
        made.keySet().removeAll(kept);
        for (Path old : made.values()) {
            Files.deleteIfExists(old);
        }
        return List.copyOf(made.values());
    }

    void removeAbandoned(Instant now) throws IOException {
        for (Path file : inside()) {
            String name = file.getFileName().toString();
            if (name.startsWith("." + BY_HAND)
                    && name.endsWith(PART)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> inside() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
            stream.forEach(files::add);
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        return files;
    }
}
