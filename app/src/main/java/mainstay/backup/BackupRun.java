package mainstay.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// A backup that came to an end.
///
/// @param night   for which it was made by itself; null where somebody asked for it
/// @param bytes   of the file, which was read back; null where there is none
/// @param problem message key, where it failed
/// @param detail  what the sentence of the problem says besides the place
/// @param removed when it made room for newer ones
public record BackupRun(
        long id,
        @Nullable LocalDate night,
        Instant began,
        Instant ended,
        String place,
        @Nullable Long bytes,
        @Nullable Long rows,
        @Nullable String problem,
        @Nullable String detail,
        @Nullable Instant removed) {

    public boolean succeeded() {
        return problem == null;
    }

    public double megabytes() {
        return bytes == null ? 0 : bytes / 1e6;
    }

    public String file() {
        Path name = Path.of(place).getFileName();
        return name == null ? place : name.toString();
    }

    /// Why it failed, for a reader.
    public String sentence(PageContext page) {
        return problem == null ? "" : page.t(problem, place, detail == null ? "" : detail);
    }

    public String outcome() {
        if (!succeeded()) {
            return "failed";
        }
        if (removed != null) {
            return "removed";
        }
        return Files.exists(Path.of(place)) ? "verified" : "elsewhere";
    }
}
