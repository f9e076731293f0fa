package mainstay.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of the watched folder. While it is read it lies in a directory of its own, where its sender does not reach
/// it: what comes meanwhile under its name is another file.
///
/// @param home   directory it came to
/// @param folder named after a profile; empty for the watched folder itself
record InboxFile(Path path, Path home, String folder, Facts facts) {

    /// Where the files lie that are being read, or were when a process died.
    static final String WORKING = ".working";

    /// Room for the mark before a name and the ending of a report after it, where names have at most 255 bytes.
    private static final int MOST_BYTES = 220;

    /// What changes when somebody writes to a file or puts another in its place.
    record Facts(long bytes, FileTime changed, @Nullable Object key) {}

    /// Nothing where it has gone meanwhile, or is no plain file.
    static Optional<InboxFile> at(Path path, Path home, String folder) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Facts facts = new Facts(found.size(), found.lastModifiedTime(), found.fileKey());
            return found.isRegularFile() ? Optional.of(new InboxFile(path, home, folder, facts)) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /// Takes the file out of its sender's reach. Nothing where it has gone or changed since it was looked at.
    Optional<InboxFile> hold() throws IOException {
        if (isHeld()) {
            return Optional.of(this);
        }
        Path own = Files.createTempDirectory(Files.createDirectories(home.resolve(WORKING)), "");
        try {
            Files.move(path, own.resolve(name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            tidy(own);
            return Optional.empty();
        } catch (IOException stuck) {
            tidy(own);
            throw stuck;
        }
        Optional<InboxFile> held = at(own.resolve(name()), home, folder);
        if (held.isPresent() && !held.get().facts.equals(facts)) {
            held.get().giveBack();
            return Optional.empty();
        }
        return held;
    }

    /// Puts a held file back where it came to. One whose place is taken is held on to: the next look comes upon it.
    void giveBack() throws IOException {
        if (isHeld()) {
            try {
                Files.move(path, home.resolve(name()));
            } catch (FileAlreadyExistsException another) {
                return;
            }
            tidy(path.resolveSibling(""));
        }
    }

    /// Puts the reports beside where the file goes, then the file itself: whoever finds it there finds the reports.
    ///
    /// @param reports texts by the ending of their name
    void settle(Path target, String mark, Map<String, String> reports) throws IOException {
        Path settled = free(Files.createDirectories(target), mark);
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<String, String> report : reports.entrySet()) {
                Path beside = target.resolve(settled.getFileName() + report.getKey());
                written.add(beside);
                Files.writeString(beside, report.getValue());
            }
            Files.move(path, settled, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException stuck) {
            for (Path report : written) {
                Files.deleteIfExists(report);
            }
            throw stuck;
        }
        tidy(path.resolveSibling(""));
    }

    private boolean isHeld() {
        return !home.equals(path.getParent());
    }

    /// An atomic move would write over a file of the same name that was settled within the same second.
    private Path free(Path target, String mark) {
        Path free = target.resolve(mark + "-" + shortName());
        for (int n = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); n++) {
            free = target.resolve(mark + "-" + n + "-" + shortName());
        }
        return free;
    }

    private String shortName() {
        String name = name();
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            name = name.substring(name.offsetByCodePoints(0, 1));
        }
        return name;
    }

    private void tidy(Path own) throws IOException {
        try {
            Files.deleteIfExists(own);
            Files.deleteIfExists(home.resolve(WORKING));
        } catch (DirectoryNotEmptyException others) {
            // Another file is held there.
        }
    }
}
