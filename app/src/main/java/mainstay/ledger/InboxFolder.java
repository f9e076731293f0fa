package mainstay.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The watched folder: files wait in it or in a folder named after their profile, and go to `done` or `refused`. A file
/// that still grows is left for the next time.
final class InboxFolder {

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final Set<String> OWN = Set.of(DONE, REFUSED);
    private static final Pattern UNFINISHED =
            Pattern.compile("(?i)(\\..*|~.*|.*\\.(part|partial|filepart|tmp|temp|crdownload|swp|lock))");

    private final Path root;
    private final Duration pause;

    /// @param pause between two looks; what changes in it is still being written
    InboxFolder(Path root, Duration pause) {
        this.root = root.toAbsolutePath().normalize();
        this.pause = pause;
    }

    /// A file that waits.
    ///
    /// @param folder named after a profile; empty for the watched folder itself
    record Waiting(Path path, String folder) {

        String name() {
            return path.getFileName().toString();
        }
    }

    private record Size(long bytes, long changed) {}

    Path root() {
        return root;
    }

    /// What has been written to its end, by folder and name.
    List<Waiting> ready() throws IOException, InterruptedException {
        Map<Waiting, Size> before = sizes();
        if (before.isEmpty()) {
            return List.of();
        }
        Thread.sleep(pause);
        Map<Waiting, Size> now = sizes();
        return before.entrySet().stream()
                .filter(file -> file.getValue().equals(now.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Waiting, Size> sizes() throws IOException {
        Map<Waiting, Size> sizes = new LinkedHashMap<>();
        for (Path folder : folders()) {
            String name = folder.equals(root) ? "" : folder.getFileName().toString();
            for (Path file : list(folder)) {
                BasicFileAttributes facts =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                boolean unfinished =
                        UNFINISHED.matcher(file.getFileName().toString()).matches();
                if (facts.isRegularFile() && !unfinished) {
                    sizes.put(
                            new Waiting(file, name),
                            new Size(facts.size(), facts.lastModifiedTime().toMillis()));
                }
            }
        }
        return sizes;
    }

    private List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root));
        for (Path inside : list(root)) {
            String name = inside.getFileName().toString();
            if (Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS)
                    && !OWN.contains(name.toLowerCase(Locale.ROOT))
                    && !name.startsWith(".")) {
                folders.add(inside);
            }
        }
        return folders;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }

    /// Puts the reports beside where the file goes, then the file itself: whoever finds it there finds the reports.
    ///
    /// @param reports texts by the ending of their name
    void settle(Waiting file, boolean taken, String mark, Map<String, String> reports) throws IOException {
        Path target =
                Files.createDirectories(root.resolve(taken ? DONE : REFUSED).resolve(file.folder()));
        String name = mark + "-" + file.name();
        for (Map.Entry<String, String> report : reports.entrySet()) {
            Files.writeString(target.resolve(name + report.getKey()), report.getValue());
        }
        Files.move(file.path(), target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
