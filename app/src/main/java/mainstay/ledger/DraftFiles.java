package mainstay.ledger;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import mainstay.ledger.file.FileLimits;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.SourceFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/// Where the files of drafts lie: one directory for each, closed to other users of the machine.
@Component
class DraftFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DraftFiles.class);
    private static final int REMEMBERED = 32;
    private static final Pattern PLACE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path root;
    private final FileLimits limits;

    /// A file of a draft never changes, so one look at its bytes is enough.
    private final Map<Path, SourceFile> looked = new LinkedHashMap<>(16, 0.75f, true);

    DraftFiles(@Value("${mainstay.home}") Path home, FileLimits limits) {
        this.root = home.toAbsolutePath().resolve("uploads");
        this.limits = limits;
    }

    UUID store(MultipartFile file, String name, @Nullable MultipartFile lookup, @Nullable String lookupName)
            throws IOException {
        UUID place = UUID.randomUUID();
        try {
            closed(root);
            closed(root.resolve(place.toString()));
            put(file, place, "file", name);
            if (lookup != null && lookupName != null) {
                put(lookup, place, "lookup", lookupName);
            }
            return place;
        } catch (IOException | RuntimeException failed) {
            delete(place);
            throw failed;
        }
    }

    Path file(Draft draft) {
        return path(draft.place(), "file", draft.fileName());
    }

    @Nullable
    Path lookup(Draft draft) {
        String name = draft.lookupName();
        return name == null ? null : path(draft.place(), "lookup", name);
    }

    SourceFile look(Draft draft) throws FileRefused {
        Path path = file(draft);
        synchronized (looked) {
            SourceFile known = looked.get(path);
            if (known != null) {
                return known;
            }
        }
        SourceFile found = SourceFile.look(path, limits);
        synchronized (looked) {
            looked.put(path, found);
            while (looked.size() > REMEMBERED) {
                looked.remove(looked.keySet().iterator().next());
            }
        }
        return found;
    }

    /// What the files of drafts take up.
    long bytes(List<Draft> drafts) {
        long sum = 0;
        for (Draft draft : drafts) {
            Path lookup = lookup(draft);
            sum += size(file(draft)) + (lookup == null ? 0 : size(lookup));
        }
        return sum;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Places that lie here since before a moment, of drafts or of nothing any more.
    List<UUID> olderThan(Instant moment) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<UUID> places = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(root)) {
            for (Path place : inside) {
                String name = place.getFileName().toString();
                if (PLACE.matcher(name).matches()
                        && Files.getLastModifiedTime(place).toInstant().isBefore(moment)) {
                    places.add(UUID.fromString(name));
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.warn("{} cannot be looked through", root, unreadable);
        }
        return places;
    }

    void delete(UUID place) {
        try {
            FileSystemUtils.deleteRecursively(root.resolve(place.toString()));
        } catch (IOException e) {
            LOG.warn("the upload {} could not be removed", place, e);
        }
    }

    private Path path(UUID place, String part, String name) {
        return UploadName.in(root.resolve(place.toString()).resolve(part), name);
    }

    private void put(MultipartFile file, UUID place, String part, String name) throws IOException {
        Path stored = path(place, part, name);
        closed(root.resolve(place.toString()).resolve(part));
        file.transferTo(stored);
        if (isPosix()) {
            Files.setPosixFilePermissions(stored, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void closed(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (isPosix()) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    private boolean isPosix() {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
