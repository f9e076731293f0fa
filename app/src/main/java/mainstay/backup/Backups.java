package mainstay.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mainstay.postgres.DatabaseAccess;
import mainstay.shared.Problem;
import org.springframework.stereotype.Component;

/// Makes a backup: written beside its place under a hidden name, read back and compared, and only then called what it
/// is to be called. What is killed before that leaves nothing that looks like one.
@Component
class Backups {

    private static final String UNVERSIONED = "unversioned";

    private final DatabaseAccess access;
    private final Clock clock;

    Backups(DatabaseAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// @throws Problem when nothing can be written there, or something lies there already
    Manifest make(Path place) {
        if (Files.exists(place)) {
            throw new Problem.Conflict("backup.exists", place);
        }
        Path part = place.resolveSibling(
                "." + place.getFileName() + "." + UUID.randomUUID().toString().substring(0, 8) + BackupFolder.PART);
        part.toFile().deleteOnExit();
        try {
            Manifest manifest = write(part);
            try (BackupFile written = BackupFile.open(part)) {
                written.verify();
            }
            Files.move(part, place);
            return manifest;
        } catch (FileAlreadyExistsException meanwhile) {
            throw new Problem.Conflict("backup.exists", place);
        } catch (IOException failed) {
            throw Troubles.writing(place, failed);
        } catch (SQLException failed) {
            throw failed.getCause() instanceof IOException unwritable
                    ? Troubles.writing(place, unwritable)
                    : new Problem.Conflict("backup.database", place, String.valueOf(failed.getMessage()));
        } finally {
            delete(part);
        }
    }

    private Manifest write(Path part) throws IOException, SQLException {
        FileAttribute<?>[] ownerOnly = BackupFolder.isPosix(part)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(
                        part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
                OutputStream out = Channels.newOutputStream(channel)) {
            Manifest manifest = new Snapshot(access, product()).writeTo(out, clock.instant());
            channel.force(true);
            return manifest;
        }
    }

    private static String product() {
        return "Mainstay "
                + Optional.ofNullable(Backups.class.getPackage().getImplementationVersion())
                        .orElse(UNVERSIONED);
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            // the night removes it
        }
    }
}
