package mainstay.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/// There is no database to work with. The message is for the operator: what is wrong, and what to do about it.
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    static DatabaseUnavailable because(Path place, Exception cause) {
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
            return new DatabaseUnavailable(
                    "No permission to write in %s. Make it writable for this user, or name another directory with MAINSTAY_HOME."
                            .formatted(place),
                    cause);
        }
        if (cause instanceof FileSystemException told
                && (told.getReason() == null || !speaksOfFullDisk(told.getReason()))) {
            return new DatabaseUnavailable(
                    "%s cannot be the place for the data: nothing can be written there. Name another directory with MAINSTAY_HOME."
                            .formatted(place),
                    cause);
        }
        if (cause instanceof IOException && speaksOfFullDisk(String.valueOf(cause.getMessage()))) {
            return diskFull(place);
        }
        return new DatabaseUnavailable("The database in %s cannot be used: %s".formatted(place, cause), cause);
    }

    static DatabaseUnavailable diskFull(Path place) {
        return new DatabaseUnavailable(
                "The disk that holds %s is full. Make room there, or name a directory on another disk with MAINSTAY_HOME."
                        .formatted(place));
    }

    static boolean speaksOfFullDisk(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device") || lower.contains("disk quota exceeded");
    }
}
