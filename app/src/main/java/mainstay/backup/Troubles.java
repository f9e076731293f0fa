package mainstay.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import mainstay.shared.Problem;

/// What the file system has against a backup, as a sentence.
final class Troubles {

    private Troubles() {}

    static Problem writing(Path place, Exception cause) {
        String said = said(cause);
        if (said.contains("no space left") || said.contains("quota exceeded") || said.contains("file too large")) {
            return new Problem.Conflict("backup.diskFull", place);
        }
        if (cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || said.contains("read-only file system")
                || said.contains("permission denied")) {
            return new Problem.Conflict("backup.unwritable", place);
        }
        if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
            return new Problem.Invalid("backup.noPlace", place);
        }
        return new Problem.Conflict("backup.notWritten", place, String.valueOf(cause.getMessage()));
    }

    static Problem reading(Path file, IOException cause) {
        return cause instanceof AccessDeniedException
                ? new Problem.Conflict("backup.unreadable", file)
                : new Problem.Invalid("backup.broken", file);
    }

    private static String said(Exception cause) {
        StringBuilder said = new StringBuilder();
        for (Throwable told = cause; told != null; told = told.getCause()) {
            said.append(told.getMessage()).append('\n');
        }
        return said.toString().toLowerCase(Locale.ROOT);
    }
}
