package mainstay.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watched folder: files wait in it or in a folder named after their profile, and go to `done` or `refused`. A file
/// that still grows is left for the next time.
final class InboxFolder {

    private static final Logger LOG = LoggerFactory.getLogger(InboxFolder.class);

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final Set<String> OWN = Set.of(DONE, REFUSED);
    private static final Pattern UNFINISHED =
            Pattern.compile("(?i)(\\..*|~.*|.*\\.(part|partial|filepart|tmp|temp|crdownload|swp|lock))");

    private final Path root;
    private final Duration pause;
    private final Listing listing;

    /// @param pause between two looks; what changes in it is still being written
    InboxFolder(Path root, Duration pause) {
        this(root, pause, InboxFolder::list);
    }

    InboxFolder(Path root, Duration pause, Listing listing) {
        this.root = root.toAbsolutePath().normalize();
        this.pause = pause;
        this.listing = listing;
    }

    /// What lies in a directory just now.
    @FunctionalInterface
    interface Listing {
        List<Path> of(Path directory) throws IOException;
    }

    /// What was found.
    ///
    /// @param ready      has been written to its end, by folder and name
    /// @param unreadable folders that could not be looked into
    record Found(List<InboxFile> ready, Set<String> unreadable) {}

    Path root() {
        return root;
    }

    Found look() throws IOException, InterruptedException {
        Found before = found();
        if (before.ready().isEmpty()) {
            return before;
        }
        Thread.sleep(pause);
        Found after = found();
        Set<InboxFile> unchanged = new HashSet<>(after.ready());
        Set<String> unreadable = new TreeSet<>(before.unreadable());
        unreadable.addAll(after.unreadable());
        return new Found(before.ready().stream().filter(unchanged::contains).toList(), unreadable);
    }

    private Found found() throws IOException {
        List<InboxFile> files = new ArrayList<>(files(root, ""));
        Set<String> unreadable = new TreeSet<>();
        for (Path folder : folders()) {
            String name = folder.getFileName().toString();
            try {
                files.addAll(files(folder, name));
            } catch (NoSuchFileException gone) {
                LOG.debug("{} has gone", folder);
            } catch (IOException closed) {
                LOG.error("the folder {} cannot be read", folder, closed);
                unreadable.add(name);
            }
        }
        return new Found(files, unreadable);
    }

    private List<Path> folders() throws IOException {
        return listing.of(root).stream()
                .filter(inside -> isFolderOfFiles(inside.getFileName().toString()))
                .filter(InboxFolder::isDirectory)
                .toList();
    }

    private static boolean isFolderOfFiles(String name) {
        return !OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(".");
    }

    /// What a process left when it died goes first.
    private List<InboxFile> files(Path directory, String folder) throws IOException {
        List<InboxFile> files = new ArrayList<>();
        Path working = directory.resolve(InboxFile.WORKING);
        if (isDirectory(working)) {
            for (Path own : listing.of(working)) {
                for (Path left : isDirectory(own) ? listing.of(own) : List.<Path>of()) {
                    InboxFile.at(left, directory, folder).ifPresent(files::add);
                }
            }
        }
        for (Path path : listing.of(directory)) {
            if (!UNFINISHED.matcher(path.getFileName().toString()).matches()) {
                InboxFile.at(path, directory, folder).ifPresent(files::add);
            }
        }
        return files;
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.sorted().toList();
        } catch (UncheckedIOException brokenOff) {
            throw new IOException(brokenOff.getCause());
        }
    }

    /// @param reports texts by the ending of their name
    void settle(InboxFile file, boolean taken, String mark, Map<String, String> reports) throws IOException {
        file.settle(root.resolve(taken ? DONE : REFUSED).resolve(file.folder()), mark, reports);
    }
}
